package org.gridclear.cli.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code publish} as a shell sees it: nothing before approval, and each member its messages. */
// Rows: I-12, I-21, I-25
class PublishCommandTest {
  private static final String DATE = "2026-10-01";

  @TempDir Path folder;

  @BeforeEach
  void makeMarket() throws IOException {
    done("market", "init", market(), "--name", "m");
    write(
        "start.json",
        """
        {"format": "gridclear-registry", "version": 1, "records": [
          {"kind": "member", "id": "north", "from": "2026-01-01", "name": "N", "type": "generator"},
          {"kind": "member", "id": "south", "from": "2026-01-01", "name": "S", "type": "generator"}]}
        """);
    done("registry", "propose", file("start.json"), "--market", market(), "--by", "ann");
    done("registry", "review", "1", "--approve", "--market", market(), "--by", "bob");
    write(
        "case.json",
        """
        {"format": "gridclear-case", "version": 1, "name": "k",
         "horizon": {"periodCount": 24, "minutesPerPeriod": 60, "firstDay": "2026-10-01"},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 108], "yuanPerH": [5000, 7000]}],
            "initial": {"on": true, "hours": 99, "powerMw": 50}}]}
        """);
    done("clear", file("case.json"), "--out", file("out"), "--keep", market(), "--by", "ann");
  }

  private String market() {
    return folder.resolve("market").toString();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Shell.Ended done(String... words) {
    Shell.Ended ended = Shell.run(words);
    assertEquals(0, ended.code(), ended.text());
    return ended;
  }

  private Shell.Ended publish(String... words) {
    List<String> all = new ArrayList<>(List.of("publish"));
    all.addAll(List.of(words));
    all.addAll(List.of("--market", market()));
    return Shell.run(all.toArray(String[]::new));
  }

  private JsonNode rows(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json"));
    Shell.Ended ended = publish(all.toArray(String[]::new));
    assertTrue(ended.code() <= ExitCodes.FAILED_CELLS, ended.text());
    return Json.MAPPER.readTree(ended.output());
  }

  private static void refused(String part, Shell.Ended ended) {
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains(part), ended.text());
  }

  private void approve() {
    for (String step : List.of("check", "submit", "approve")) {
      done(
          "day",
          step,
          "--market",
          market(),
          "--trade",
          "da",
          "--date",
          DATE,
          "--day-version",
          "1",
          "--reason",
          "seen",
          "--by",
          step.equals("approve") ? "bob" : "ann");
    }
  }

  @Test
  void onlyWhatIsApprovedIsPublishedAndEachMemberFetchesItOnce() {
    refused("cannot become published", publish("day", "--date", DATE, "--by", "ann"));
    assertEquals(0, rows("list", "--from", DATE, "--to", DATE).size());
    approve();
    JsonNode outcomes = rows("day", "--date", DATE, "--by", "ann");
    assertFalse(outcomes.isEmpty());
    JsonNode listed = rows("list", "--from", DATE, "--to", DATE);
    assertTrue(listed.size() >= 1 && listed.size() <= outcomes.size(), listed.toString());
    Shell.Ended first =
        publish(
            "fetch", "--member", "north", "--out", file("north"), "--by", "nora", "--acknowledge");
    assertEquals(0, first.code(), first.text());
    assertTrue(first.output().startsWith("member:north: "), first.output());
    assertFalse(first.output().contains(" 0 message(s)"), first.output());
    Shell.Ended again =
        publish("fetch", "--member", "north", "--out", file("north"), "--by", "nora");
    assertTrue(again.output().contains(" 0 message(s)"), again.output());
    refused("west", publish("fetch", "--member", "west", "--out", file("w"), "--by", "nora"));
    Shell.Ended withdrawn = publish("withdraw", "--date", DATE, "--reason", "wrong", "--by", "bob");
    assertEquals(0, withdrawn.code(), withdrawn.text());
    Shell.Ended told =
        publish("fetch", "--member", "north", "--out", file("north"), "--by", "nora");
    assertFalse(told.output().contains(" 0 message(s)"), "a withdrawal is told: " + told.output());
    refused(
        "cannot become published",
        Shell.run(
            "day",
            "publish",
            "--market",
            market(),
            "--date",
            DATE,
            "--kind",
            "prices",
            "--by",
            "ann"));
    refused(
        "There is no version 9",
        publish("day", "--date", DATE, "--day-version", "9", "--by", "ann"));
  }

  @Test
  void theCatalogueIsShownAndSetAndWhatIsDueIsPublished() throws IOException {
    JsonNode kinds = rows("catalogue");
    assertTrue(kinds.size() > 20, kinds.toString());
    write("empty.yaml", "format: something\n");
    refused("format", publish("catalogue", "--set", file("empty.yaml"), "--by", "ann"));
    refused(
        "--format and --out are of the catalogue that is shown",
        publish("catalogue", "--set", file("empty.yaml"), "--by", "ann", "--out", file("c.csv")));
    approve();
    Shell.Ended due = publish("run", "--from", DATE, "--to", DATE, "--by", "ann");
    assertTrue(due.code() <= ExitCodes.FAILED_CELLS, due.text());
    refused("nothing", publish("data", "nothing", "--date", DATE, "--by", "ann"));
  }

  private static String number(Shell.Ended published) {
    return published.output().replaceFirst("^Publication (\\d+),[\\s\\S]*$", "$1");
  }

  @Test
  void noticesArePublishedCorrectedReadAndWithdrawn() throws IOException {
    String notice =
        "title: Maintenance\n"
            + "text: %s\n"
            + "from: 2026-09-30T08:00\n"
            + "to: 2036-10-02T08:00\n"
            + "audience: [public]\n";
    write("notice.yaml", notice.formatted("The market closes at 10:00."));
    write("later.yaml", notice.formatted("The market closes at 11:00."));
    write("rules.txt", "rules");
    Shell.Ended published =
        publish(
            "notice", "publish", file("notice.yaml"), "--attach", file("rules.txt"), "--by", "ann");
    assertEquals(0, published.code(), published.text());
    assertTrue(published.output().startsWith("Publication 1, "), published.output());
    assertTrue(rows("notice", "receipts", "1").size() >= 2, "told to both members");
    Shell.Ended corrected = publish("notice", "correct", "1", file("later.yaml"), "--by", "ann");
    assertEquals(0, corrected.code(), corrected.text());
    Shell.Ended withdrawn =
        publish("notice", "withdraw", number(corrected), "--reason", "over", "--by", "ann");
    assertEquals(0, withdrawn.code(), withdrawn.text());
    String today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
    assertTrue(rows("notice", "list", "--from", today, "--to", today).size() >= 1);
    refused("--by", publish("notice", "withdraw", "2", "--reason", "over"));
    assertEquals(0, Shell.run("publish").code());
    assertEquals(0, Shell.run("publish", "notice").code());
  }
}
