package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.market.workflow.book.WorkflowText;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;

/** Workflows as data: what is read, and what is refused by name. */
class WorkflowReaderTest {
  private static WorkflowBook read(String text) {
    return WorkflowReader.read(text.getBytes(StandardCharsets.UTF_8), "test.yaml");
  }

  private static List<Issue> refused(String workflows) {
    return assertThrows(
            InvalidInputException.class,
            () -> read("format: gridclear-workflows\nversion: 1\nworkflows:\n" + workflows))
        .issues();
  }

  @Test
  void theExampleIsReadAndWrittenWithoutLoss() {
    WorkflowBook example = read(WorkflowFixture.example());
    assertEquals(5, example.workflows().size());
    byte[] written = WorkflowText.write(example);
    assertEquals(example, WorkflowReader.read(written, "written"));
  }

  @Test
  void everythingWrongIsToldAtOnceByName() {
    List<Issue> issues =
        refused(
            """
            - id: da
              start: {daysBefore: 1, time: "09:30"}
              nodes:
              - {id: a, task: cleer, after: [c]}
              - {id: b, task: clear, after: [a, z]}
              - {id: c, task: secure, after: [b]}
              - {id: d, task: hand}
              - {id: d, task: settle, onFailure: escalate, color: red}
            - id: rt
              start: {everyMinutes: 7}
              nodes:
              - {id: a, task: clear, at: {daysBefore: 1, time: "25:00"}}
            - {id: da, nodes: []}
            """);
    Set<String> found =
        issues.stream()
            .map(issue -> issue.rule().id() + " " + issue.field() + " " + issue.value())
            .collect(Collectors.toSet());
    assertTrue(
        found.containsAll(
            Set.of(
                "NET-02 task cleer",
                "NET-02 after z",
                "NET-01 id d",
                "FMT-04 byHand absent",
                "FMT-04 groups absent",
                "FMT-03 color \"red\"",
                "WFL-01 after a after c after b after a",
                "WFL-03 everyMinutes 7",
                "FMT-05 time 25:00",
                "NET-01 id da",
                "FMT-04 start absent",
                "FMT-04 nodes none")),
        found.toString());
  }

  @Test
  void aNodeThatIsDueBeforeItCanBeginIsRefused() {
    String text =
        """
        - id: da
          start: {daysBefore: 1, time: "09:30"}
          nodes:
          - {id: a, task: clear, at: {daysBefore: 1, time: "11:00"}, due: {minutes: 90}}
          - {id: b, task: publish, after: [a], due: {daysBefore: 1, time: "DUE"}}
          - {id: c, task: settle, after: [b], due: {workingDaysAfter: 0, time: "10:00"}}
        """;
    List<Issue> issues = refused(text.replace("DUE", "10:59"));
    // 90 min after 09:30 is 11:00, when node a can only begin.
    assertEquals(
        List.of("workflow da, node a", "workflow da, node b"),
        issues.stream().map(Issue::element).toList());
    assertEquals("WFL-02", issues.get(0).rule().id());
  }
}
