package io.cloacina.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One source as its author wrote it, read by the JDK's own parser: what class files no longer know, such as lines and comments.
 *
 * @param name where it is, for the report
 * @param text all of it
 * @param bodies the length of each method's body, in lines between its braces
 * @param undocumented public types without a first sentence
 * @param spliced texts that begin like SQL and have something put into them that is no constant
 */
record SourceFile(String name, String text, List<MethodBody> bodies, List<String> undocumented, List<String> spliced) {
    /** Parsed once, asked by every rule. */
    private static final Map<String, List<SourceFile>> READ = new ConcurrentHashMap<>();

    /** A method or constructor and the number of lines between its braces. */
    record MethodBody(String method, int lines) {}

    /** All Java sources of a module below {@code src/main} or {@code src/test}; none if it has no such directory. */
    static List<SourceFile> of(Module module, String side) {
        return below(module.directory() + "/src/" + side + "/java");
    }

    /** All Java sources below a directory of the house. */
    static List<SourceFile> below(String directory) {
        return READ.computeIfAbsent(directory, SourceFile::readAll);
    }

    private static List<SourceFile> readAll(String where) {
        Path directory = House.root().resolve(where);
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return parse(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Text::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile parse(String name, String text) {
        return parse(List.of(new Text(name, text))).get(0);
    }

    /** By one compiler: to make one takes longer than to parse a file. */
    private static List<SourceFile> parse(List<Text> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, texts);
        try {
            Trees trees = Trees.instance(task);
            List<SourceFile> files = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) { // in the order in which they were given
                Reader reader = new Reader(trees, unit);
                reader.scan(unit, null);
                Text text = texts.get(files.size());
                files.add(new SourceFile(text.name, text.text, reader.bodies, reader.undocumented, reader.spliced));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int lineCount() {
        return (int) text.lines().count();
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Text(String name, String text) {
            super(URI.create("text:///" + name), JavaFileObject.Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        static Text of(Path file) {
            try {
                return new Text(House.root().relativize(file).toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Reader extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<MethodBody> bodies = new ArrayList<>();
        private final List<String> undocumented = new ArrayList<>();
        private final List<String> spliced = new ArrayList<>();

        Reader(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean shown = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            String comment = trees.getDocComment(getCurrentPath());
            if (shown && (comment == null || comment.isBlank())) {
                undocumented.add(type.getSimpleName().toString());
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                bodies.add(new MethodBody(method.getName().toString(), linesOf(method.getBody())));
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            boolean isWhole = !(getCurrentPath().getParentPath().getLeaf() instanceof BinaryTree);
            if (isWhole && SplicedSql.isSpliced(sum)) {
                spliced.add(sum.toString());
            }
            return super.visitBinary(sum, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (SplicedSql.isSpliced(call)) {
                spliced.add(call.toString());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private int linesOf(BlockTree body) {
            SourcePositions positions = trees.getSourcePositions();
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, body));
            long last = lines.getLineNumber(positions.getEndPosition(unit, body));
            return (int) Math.max(0, last - first - 1);
        }
    }
}
