package io.cloacina.sabotages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a few sources against everything that is on the class path, and writes nothing to the disk. */
final class InMemoryCompiler {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    private InMemoryCompiler() {}

    /**
     * The classes of these sources, by name.
     *
     * @throws AssertionError if they do not compile
     */
    static Map<String, byte[]> compiled(Map<String, String> sources) {
        return new InMemoryCompiler().compile(sources);
    }

    private Map<String, byte[]> compile(Map<String, String> sources) {
        StringWriter complaints = new StringWriter();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = COMPILER.getTask(complaints, new Memory(files), null, OPTIONS, null, units)
                    .call();
            if (!done) {
                throw new AssertionError(
                        "What a sabotage writes does not compile. Bring it up to date:\n" + complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The compiler's files cannot be closed", e);
        }
        return classes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().toByteArray()));
    }

    /** A source that is a text. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("broken:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the classes that the compiler makes. */
    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            URI address = URI.create("broken:///" + className.replace('.', '/').replace('$', '-') + kind.extension);
            return new SimpleJavaFileObject(address, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
