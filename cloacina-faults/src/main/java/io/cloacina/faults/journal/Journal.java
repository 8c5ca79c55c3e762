package io.cloacina.faults.journal;

import io.cloacina.faults.journal.Entry.Kind;
import io.cloacina.testsupport.AppendedLines;
import java.nio.file.Path;
import java.util.List;

/**
 * What one process was promised and what its bodies did, written where no runner and no database can change it. What was
 * written survives the process. Thread-safe.
 */
public final class Journal {

    private final AppendedLines lines;
    private final String process;

    /** Goes on at the end of the file. */
    public Journal(Path file, String process) {
        this.lines = new AppendedLines(file);
        this.process = process;
    }

    /** All that is in a file, or nothing when there is none. */
    public static List<Entry> read(Path file) {
        return new AppendedLines(file).read().stream().map(Entry::parse).toList();
    }

    /** How many of that kind are in a file; in less time than to read what they say. */
    public static long count(Path file, Kind kind) {
        String begin = kind + " ";
        return new AppendedLines(file)
                .read().stream().filter(line -> line.startsWith(begin)).count();
    }

    public void open() {
        write(Kind.OPEN);
    }

    /** To be called before the submission is made. */
    public void asks(String submission, String shape, String keyOrDash) {
        write(Kind.ASKS, submission, shape, keyOrDash);
    }

    public void accepted(String submission, String id) {
        write(Kind.ACCEPTED, submission, id);
    }

    public void refused(String submission, Throwable why) {
        write(Kind.REFUSED, submission, why.getClass().getSimpleName());
    }

    public void unknown(String submission, Throwable why) {
        write(Kind.UNKNOWN, submission, why.getClass().getSimpleName());
    }

    public void told(String id, String status) {
        write(Kind.TOLD, id, status);
    }

    public void begun(String claim, int attempt) {
        write(Kind.BEGUN, claim, Integer.toString(attempt));
    }

    public void done(String claim) {
        write(Kind.DONE, claim);
    }

    public void stoodStill(long millis) {
        write(Kind.STOOD_STILL, Long.toString(millis));
    }

    public void keptOut(long millis) {
        write(Kind.KEPT_OUT, Long.toString(millis));
    }

    public void broken(String what) {
        write(Kind.BROKEN, what.replaceAll("\\s+", "_"));
    }

    private void write(Kind kind, String... words) {
        lines.append(new Entry(kind, process, Micros.now(), List.of(words)).line());
    }
}
