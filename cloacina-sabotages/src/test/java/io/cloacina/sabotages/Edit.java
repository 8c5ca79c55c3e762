package io.cloacina.sabotages;

/**
 * A change of one of our sources.
 *
 * @param className the class whose source it is
 * @param snippet what stands there, exactly once
 * @param broken what stands there instead
 */
record Edit(String className, String snippet, String broken) {

    /**
     * The source with this change.
     *
     * @throws AssertionError if the snippet does not stand there exactly once
     */
    String applyTo(String source) {
        int first = source.indexOf(snippet);
        if (first < 0 || first != source.lastIndexOf(snippet)) {
            throw new AssertionError("The source of " + className + " has changed: what is to be broken stands there "
                    + (first < 0 ? "no more" : "more than once") + ". Bring this sabotage up to date:\n" + snippet);
        }
        return source.substring(0, first) + broken + source.substring(first + snippet.length());
    }
}
