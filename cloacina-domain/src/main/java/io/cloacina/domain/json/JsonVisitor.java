package io.cloacina.domain.json;

/** Is told by {@link JsonWalk} what it meets, in the order of the canonical text. */
interface JsonVisitor {

    /** A null, boolean, number or string. */
    void scalar(JsonValue scalar);

    /** An array or object begins; called before anything in it is looked at. */
    void begin(JsonValue container);

    /** The value that follows is the member of that name. */
    void key(String name);

    /** The value that follows is the element at that index. */
    void element(int index);

    /** The array or object that began last, and has not ended, ends. */
    void end(JsonValue container);
}
