package io.cloacina.domain.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Visits a value and everything in it, members sorted by key. Without recursion, so that a value nested 100,000 deep
 * costs heap and not the stack of whoever looks at it. Ends early when the visitor throws.
 */
final class JsonWalk {

    private final JsonVisitor visitor;
    private final Deque<Level> open = new ArrayDeque<>();

    private JsonWalk(JsonVisitor visitor) {
        this.visitor = visitor;
    }

    static void visit(JsonValue root, JsonVisitor visitor) {
        JsonWalk walk = new JsonWalk(visitor);
        walk.enter(root);
        while (!walk.open.isEmpty()) {
            walk.step(walk.open.peek());
        }
    }

    private void enter(JsonValue value) {
        if (value instanceof JsonObject object) {
            visitor.begin(object);
            open.push(new Members(object));
        } else if (value instanceof JsonArray array) {
            visitor.begin(array);
            open.push(new Elements(array));
        } else {
            visitor.scalar(value);
        }
    }

    private void step(Level level) {
        if (level.hasNext()) {
            enter(level.next(visitor));
        } else {
            open.pop();
            visitor.end(level.container());
        }
    }

    /** An array or object whose rest is still to be visited. */
    private sealed interface Level {

        JsonValue container();

        boolean hasNext();

        /** Announces the next value to the visitor and returns it. */
        JsonValue next(JsonVisitor visitor);
    }

    private static final class Members implements Level {
        private final JsonObject object;
        private final Iterator<Map.Entry<String, JsonValue>> rest;

        Members(JsonObject object) {
            this.object = object;
            this.rest = new TreeMap<>(object.members()).entrySet().iterator();
        }

        @Override
        public JsonValue container() {
            return object;
        }

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public JsonValue next(JsonVisitor visitor) {
            Map.Entry<String, JsonValue> member = rest.next();
            visitor.key(member.getKey());
            return member.getValue();
        }
    }

    private static final class Elements implements Level {
        private final JsonArray array;
        private int index;

        Elements(JsonArray array) {
            this.array = array;
        }

        @Override
        public JsonValue container() {
            return array;
        }

        @Override
        public boolean hasNext() {
            return index < array.elements().size();
        }

        @Override
        public JsonValue next(JsonVisitor visitor) {
            visitor.element(index);
            return array.elements().get(index++);
        }
    }
}
