package io.cloacina.examples.checkup.repository;

import io.cloacina.examples.checkup.repository.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Compares the files of one shard with their checksums. A file that cannot be read is a finding; only an interrupt (the
 * workflow was cancelled, the runner is closing) ends the work early. Not thread-safe; one object is one pass.
 */
public final class ShardVerification {

    private final Path repository;
    private final List<Finding> findings = new ArrayList<>();
    private long files;
    private long bytes;

    private ShardVerification(Path repository) {
        this.repository = repository;
    }

    /** The numbers of a shard, and all its findings. */
    public record Result(ShardOutcome outcome, List<Finding> findings) {}

    /**
     * Verifies these files.
     *
     * @param repository the directory that the paths start from
     * @param shard the number of the shard, for the outcome
     * @param paths the files, relative to the repository
     */
    public static Result verify(Path repository, int shard, List<String> paths) throws InterruptedException {
        long begin = System.nanoTime();
        ShardVerification verification = new ShardVerification(repository);
        for (String path : paths) {
            verification.verify(path);
        }
        return verification.result(shard, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private void verify(String path) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("Interrupted after " + files + " files of the shard");
        }
        files++;
        try {
            compare(path).ifPresent(findings::add);
        } catch (IOException e) {
            findings.add(Finding.unreadable(path, e));
        }
    }

    private Optional<Finding> compare(String path) throws IOException, InterruptedException {
        Path file = repository.resolve(path);
        Path checksum = file.resolveSibling(file.getFileName() + FileKind.CHECKSUM_ENDING);
        if (!Files.exists(checksum, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Finding(Kind.NO_CHECKSUM, path, "no .sha1 beside it"));
        }
        Optional<String> promised = Sha1.promisedBy(checksum);
        if (promised.isEmpty()) {
            return Optional.of(new Finding(Kind.BAD_CHECKSUM, path, "its .sha1 holds no SHA-1"));
        }
        return compare(path, file, promised.get());
    }

    private Optional<Finding> compare(String path, Path file, String promised)
            throws IOException, InterruptedException {
        String actual = Sha1.of(file);
        bytes += Files.size(file);
        return actual.equals(promised)
                ? Optional.empty()
                : Optional.of(new Finding(Kind.MISMATCH, path, "promised " + promised + ", is " + actual));
    }

    private Result result(int shard, long millis) {
        List<String> mismatches = findings.stream()
                .filter(finding -> finding.kind() == Kind.MISMATCH)
                .map(Finding::path)
                .toList();
        int unverifiable = findings.size() - mismatches.size();
        ShardOutcome outcome = new ShardOutcome(
                shard,
                files,
                bytes,
                files - findings.size(),
                mismatches.size(),
                unverifiable,
                mismatches.stream()
                        .limit(ShardOutcome.FIRST)
                        .map(PathText::write)
                        .toList(),
                millis);
        return new Result(outcome, List.copyOf(findings));
    }
}
