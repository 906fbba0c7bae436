package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is cleared where nothing is said is the same in a study and on the command line. */
class ClearingDefaultsTest {
  @TempDir Path folder;

  @Test
  void aCaseAndAStudyOfItThatSayNothingAreClearedAlikeAndSayHow() throws IOException {
    Path alone = folder.resolve("alone");
    Shell.Ended clear =
        Shell.run("clear", "ieee14", "--periods", "2", "--quiet", "--out", alone.toString());
    assertEquals(0, clear.code(), clear::text);
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, "study: s\nbase: {case: ieee14}\nhorizon: {periodCount: 2}\n");
    Path out = folder.resolve("study");
    Shell.Ended study = Shell.run("study", file.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, study.code(), study::text);
    assertEquals(summary(alone).get("options"), summary(out).get("options"));
    assertTrue(summary(out).get("options").get("losses").asBoolean());
    assertEquals(hash(alone), hash(out));
    assertTrue(clear.text().contains("market DA, with losses: OPTIMAL"), clear::text);
    assertTrue(study.text().contains("market DA, with losses,"), study::text);
    Shell.Ended dry = Shell.run("study", file.toString(), "--dry-run");
    assertTrue(dry.text().contains("market DA, with losses"), dry::text);
  }

  private static JsonNode summary(Path out) throws IOException {
    return Json.MAPPER.readTree(Files.readAllBytes(out.resolve("summary.json")));
  }

  private static String hash(Path out) throws IOException {
    return summary(out).get("cases").get(0).get("outcomeHash").asString();
  }
}
