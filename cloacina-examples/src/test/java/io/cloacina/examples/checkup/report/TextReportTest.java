package io.cloacina.examples.checkup.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void it_says_the_verdict_the_totals_every_finding_and_the_slowest_shards() {
        assertThat(TextReport.of(SampleReports.damaged())).isEqualTo("""
                        Checkup of /home/me/.m2/repository

                        2 of 32 files with a checksum do not match it.
                        Delete the directories of these files: the next build downloads them again.

                        Totals
                          files                 35
                          verified              30
                          mismatches             2
                          unverifiable           4
                          and aside: 4 bookkeeping files, 1 checksum without a file, 2 links not followed
                          size 5.0 MB, read and compared 4.0 MB

                        Mismatches (2)
                          org/<b>&/1/b-1.jar  promised 1, is 2
                          org/a/1/a-1.jar  promised 3, is 4

                        Not readable (1)
                          org/secret  permission denied

                        Malformed checksum (1)
                          org/c/1/c-1.jar  its .sha1 holds no SHA-1

                        No checksum (2)
                          org/d/1/d-1.jar  no .sha1 beside it
                          org/e\\u000a/1/e-1.jar  no .sha1 beside it

                        Slowest shards
                          shard-01      2.35 s      15 files      2.5 MB
                          shard-00      120 ms      20 files      1.5 MB
                        """);
    }

    @Test
    void a_sound_repository_is_said_to_be_so() {
        assertThat(TextReport.of(SampleReports.of(5, 5)))
                .contains("All 5 files with a checksum match it.\nNothing to do.\n");
        assertThat(TextReport.of(SampleReports.of(7, 5)))
                .contains("All 5 files with a checksum match it.\nNothing is known of the other 2:");
    }

    @Test
    void an_empty_directory_is_said_plainly() {
        assertThat(TextReport.of(SampleReports.of(0, 0)))
                .contains("There is nothing to verify: the directory holds no artifact.")
                .contains("give it as the argument");
    }

    @Test
    void a_repository_without_checksums_is_said_plainly() {
        assertThat(TextReport.of(SampleReports.of(12, 0)))
                .contains("Nothing could be verified: of 12 files, none has a usable checksum.");
    }
}
