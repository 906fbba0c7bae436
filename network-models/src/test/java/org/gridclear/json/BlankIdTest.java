package org.gridclear.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id by which nothing can be asked for is none. */
class BlankIdTest {
  private static IssueLog read(String json) {
    IssueLog log = new IssueLog("case.json");
    new JsonFields(Json.parse(json.getBytes(StandardCharsets.UTF_8), log), "unit #1", log)
        .text("id");
    return log;
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": \"\"}", "{\"id\": \"  \"}", "{\"id\": \"\\t\"}"})
  void aBlankIdIsRefusedByItsPlace(String json) {
    IssueLog log = read(json);
    assertEquals(1, log.issues().size());
    assertEquals(Rule.FIELD_PRESENT, log.issues().get(0).rule());
    assertEquals("unit #1 id", log.issues().get(0).element() + " " + log.issues().get(0).field());
    assertTrue(log.hasErrors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": \"a b\"}", "{\"id\": 7}", "{\"id\": \"it's \\\"q\\\"\"}"})
  void anyOtherIdIsTaken(String json) {
    assertEquals(0, read(json).issues().size());
  }

  @Test
  void ofSeveralObjectsTheOneWithoutAnIdIsNamedByItsPlace() {
    IssueLog log = new IssueLog("case.json");
    byte[] json =
        "{\"units\": [{\"id\": \"g\"}, {\"id\": \" \"}]}".getBytes(StandardCharsets.UTF_8);
    new JsonFields(Json.parse(json, log), "case", log)
        .objects("units", "unit")
        .forEach(fields -> fields.text("id"));
    assertEquals(1, log.issues().size());
    assertEquals("unit #2", log.issues().get(0).element());
  }

  @Test
  void anIdThatIsNotGivenIsOneIssue() {
    assertEquals(1, read("{}").issues().size());
  }
}
