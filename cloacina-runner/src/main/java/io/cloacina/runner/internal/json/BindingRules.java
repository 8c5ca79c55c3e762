package io.cloacina.runner.internal.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Two rules about types beyond their annotations: none may ask for class names in its JSON (code must never be chosen by
 * data), and a primitive that a constructor takes must be there (a stored value without it is not zero).
 */
final class BindingRules extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        JsonTypeInfo.@Nullable Value info = super.findPolymorphicTypeInfo(config, annotated);
        if (info != null && namesClasses(info.getIdType())) {
            throw new BindingFault.Refusal("type information by class name is not allowed, see @JsonTypeInfo on "
                    + annotated.getName() + "; use JsonTypeInfo.Id.NAME");
        }
        return info;
    }

    private static boolean namesClasses(JsonTypeInfo.Id id) {
        return id == JsonTypeInfo.Id.CLASS || id == JsonTypeInfo.Id.MINIMAL_CLASS;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        boolean primitive =
                member instanceof AnnotatedParameter && member.getRawType().isPrimitive();
        return primitive ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }
}
