package io.cloacina.runner.internal.json;

import io.cloacina.domain.json.PayloadLimits;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Strict JSON, bounded while it is read and written. The bounds are wider than the widest {@link PayloadLimits}: those are
 * the domain's to enforce, these only keep a bomb from being unpacked before it can be judged.
 */
final class JacksonFormat {

    /** PostgreSQL gives text back with blanks after commas and colons: up to half as much again. */
    static final long MAX_TEXT = 2L * PayloadLimits.MAXIMUM.maxBytes();

    private static final int MAX_DEPTH = 5 * PayloadLimits.MAXIMUM.maxDepth();
    private static final int MAX_NUMBER_LENGTH = 1_000;

    private JacksonFormat() {}

    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(readConstraints())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                // Keys are data of any number: neither interned nor remembered.
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                .build();
    }

    private static StreamReadConstraints readConstraints() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(MAX_TEXT)
                .maxNestingDepth(MAX_DEPTH)
                .maxNameLength(PayloadLimits.MAXIMUM.maxKeyLength())
                .maxStringLength(PayloadLimits.MAXIMUM.maxStringLength())
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .build();
    }
}
