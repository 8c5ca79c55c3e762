package io.cloacina.examples.checkup.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.examples.checkup.repository.Finding;
import io.cloacina.examples.checkup.repository.ScanTotals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class HtmlPageTest {

    @Test
    void the_page_is_well_formed_and_shows_verdict_totals_and_findings() {
        Document page = Pages.parse(HtmlPage.of(SampleReports.damaged(), SampleReports.run(16)));

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("/home/me/.m2/repository");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("2 of 32 files with a checksum do not match it.")
                .contains("org/<b>&/1/b-1.jar", "promised 1, is 2")
                .contains("permission denied", "org/e\\u000a/1/e-1.jar")
                .contains("0190-id", "SQLite", "2026-11-22 12:00:01 UTC");
    }

    @Test
    void the_page_needs_nothing_but_itself() {
        String page = HtmlPage.of(SampleReports.damaged(), SampleReports.run(16));

        Pages.assertSelfContained(page);
    }

    @Test
    void the_graph_has_every_task_and_every_dependency() {
        String page = HtmlPage.of(SampleReports.damaged(), SampleReports.run(16));

        assertThat(page.split("class=\"node", -1)).hasSize(18 + 1);
        assertThat(page.split("class=\"edge\"", -1)).hasSize(32 + 1);
    }

    @Test
    void the_time_line_has_a_bar_for_every_task_that_ran() {
        Document page = Pages.parse(HtmlPage.of(SampleReports.damaged(), SampleReports.run(3)));

        assertThat(Pages.elementsOfClass(page, "row completed")).hasSize(5);
    }

    @Test
    void a_page_without_findings_has_no_section_for_them() {
        String page = HtmlPage.of(SampleReports.of(5, 5), SampleReports.run(2));

        assertThat(page).doesNotContain("<h2>Mismatches", "<h2>Unverifiable");
    }

    @Test
    void long_lists_are_cut_and_say_where_the_rest_is() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            many.add(new Finding(Finding.Kind.NO_CHECKSUM, "a/" + i, "no .sha1 beside it"));
        }
        CheckupReport report = new CheckupReport("/r", new ScanTotals(1_500, 1, 0, 0, 0, 0), List.of(), many);

        String page = HtmlPage.of(report, SampleReports.run(1));

        assertThat(page).contains("and 1,300 more: report.txt lists them all");
        assertThat(page.split("<li>", -1)).hasSize(200 + 1);
    }

    @Test
    void what_xml_forbids_is_replaced() {
        CheckupReport report = new CheckupReport("/r\uFFFE]]>", new ScanTotals(0, 0, 0, 0, 0, 0), List.of(), List.of());

        Document page = Pages.parse(HtmlPage.of(report, SampleReports.run(1)));

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("/r\uFFFD]]>");
    }
}
