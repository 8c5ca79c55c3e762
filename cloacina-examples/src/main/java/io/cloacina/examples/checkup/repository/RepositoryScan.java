package io.cloacina.examples.checkup.repository;

import static io.cloacina.examples.checkup.repository.FileKind.CHECKSUM_ENDING;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a repository that finds what can be verified. Symbolic links are counted and not followed, so the walk
 * never leaves the directory; hidden directories (tools keep caches there) and the checkup's own directory are passed by;
 * what cannot be read is a finding and stops nothing. Not thread-safe; one object is one walk.
 */
public final class RepositoryScan {

    private final Path repository;
    private final Path excluded;
    private final ShardLists.Writing lists;
    private final List<Finding> findings = new ArrayList<>();
    private long files;
    private long bytes;
    private long bookkeeping;
    private long strayChecksums;
    private long links;

    private RepositoryScan(Path repository, Path excluded, ShardLists.Writing lists) {
        this.repository = repository;
        this.excluded = excluded;
        this.lists = lists;
    }

    /** What a scan saw, and what it could not read. */
    public record Result(ScanTotals totals, List<Finding> findings) {}

    /**
     * Walks through a repository and adds each file to verify to {@code lists}.
     *
     * @param repository the directory to scan; a real path
     * @param excluded a directory that is not looked into, wherever it lies
     */
    public static Result walk(Path repository, Path excluded, ShardLists.Writing lists) throws IOException {
        RepositoryScan scan = new RepositoryScan(repository, excluded, lists);
        Files.walkFileTree(repository, scan.new Visitor());
        return scan.result();
    }

    private Result result() {
        ScanTotals totals = new ScanTotals(files, bytes, bookkeeping, strayChecksums, links, findings.size());
        return new Result(totals, List.copyOf(findings));
    }

    private void sort(Path file, long size) throws IOException {
        String name = nameOf(file);
        switch (FileKind.of(name)) {
            case ARTIFACT -> take(file, size);
            case CHECKSUM -> strayChecksums += hasSibling(file, withoutEnding(name)) ? 0 : 1;
            case BOOKKEEPING -> sortBookkeeping(file, size);
        }
    }

    private void sortBookkeeping(Path file, long size) throws IOException {
        if (hasSibling(file, nameOf(file) + CHECKSUM_ENDING)) {
            take(file, size);
        } else {
            bookkeeping++;
        }
    }

    private void take(Path file, long size) throws IOException {
        lists.add(repository.relativize(file).toString());
        files++;
        bytes += size;
    }

    private void unreadable(Path file, IOException failure) {
        String path = repository.relativize(file).toString();
        findings.add(Finding.unreadable(path.isEmpty() ? "." : path, failure));
    }

    private boolean isPassedBy(Path directory) {
        return directory.equals(excluded)
                || (!directory.equals(repository) && nameOf(directory).startsWith("."));
    }

    private static boolean hasSibling(Path file, String name) {
        return Files.exists(file.resolveSibling(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static String withoutEnding(String checksumName) {
        return checksumName.substring(0, checksumName.length() - CHECKSUM_ENDING.length());
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isPassedBy(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                links++;
            } else if (attributes.isRegularFile()) {
                sort(file, attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable(file, failure);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            if (failure != null) {
                unreadable(directory, failure);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
