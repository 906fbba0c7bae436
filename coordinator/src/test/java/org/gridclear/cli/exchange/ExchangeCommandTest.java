package org.gridclear.cli.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.account.AuditLine;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.Shell;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.TwoMembers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes to other systems and comes from them, on the command line. */
class ExchangeCommandTest {
  private static final String DATE = TwoMembers.DATE.toString();
  private static final String CHANNELS =
      """
      channels:
      - {id: ems, partner: EMS, format: trade-results, markets: [da],
         transport: {way: folder, target: out/ems}, trigger: {when: condition}}
      - {id: other, partner: north, format: other-market, markets: [da],
         transport: {way: folder, target: out/other}}
      - {id: bills, partner: north, format: table, transport: {way: folder, target: blocked/bills},
         retry: {tries: 1, first: PT10S, most: PT1M}}
      - {id: gate, partner: EMS, format: table, transport: {way: oneway, target: out/gate}}
      - {id: north, partner: north, format: other-market-bills,
         transport: {way: folder, target: in/north}}
      """;

  @TempDir Path folder;

  @TempDir static Path made;

  /** The first version is in force, the second is not. */
  @BeforeAll
  static void clearDay() {
    try (MarketFolder market = TwoMembers.create(made.resolve("market"), MarketDatabase.EMBEDDED)) {
      DayStore days = DayStore.of(market);
      DayKey key = new DayKey(Market.DA, TwoMembers.DATE);
      DayResult cleared = TwoMembers.cleared(TwoMembers.DATE);
      TwoMembers.published(market, days.append(key, cleared, SmallDays.MADE));
      days.append(key, cleared, SmallDays.MADE);
    }
  }

  @BeforeEach
  void copyMarket() throws IOException {
    try (Stream<Path> all = Files.walk(made)) {
      for (Path each : all.skip(1).toList()) {
        Files.copy(each, folder.resolve(made.relativize(each).toString()));
      }
    }
    assertEquals(0, change("channels", "--set", file("channels.yaml", CHANNELS)).code());
  }

  private Path market() {
    return folder.resolve("market");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private Shell.Ended exchange(String... words) {
    List<String> all = new ArrayList<>(List.of("exchange"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--market", market().toString()));
    return Shell.run(all.toArray(String[]::new));
  }

  private Shell.Ended change(String... words) {
    return exchange(
        Stream.concat(Arrays.stream(words), Stream.of("--by", "op")).toArray(String[]::new));
  }

  /** Rows of a table that a command prints. */
  private static List<JsonNode> rows(int code, Shell.Ended ended) {
    assertEquals(code, ended.code(), ended.text());
    List<JsonNode> rows = new ArrayList<>();
    Json.MAPPER.readTree(ended.output()).forEach(rows::add);
    return rows;
  }

  private static JsonNode only(int code, Shell.Ended ended) {
    List<JsonNode> rows = rows(code, ended);
    assertEquals(1, rows.size(), ended.text());
    return rows.get(0);
  }

  private static void refused(String why, Shell.Ended ended) {
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains(why), ended.text());
  }

  private List<JsonNode> outbox(String channel) {
    return rows(0, exchange("outbox", channel, "--format", "json"));
  }

  private Shell.Ended send() {
    return change("send", "--from", DATE, "--to", DATE, "--format", "json");
  }

  private static List<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  /** What the audit log of the market says of changes. */
  private List<String> written() throws IOException {
    return AuditLine.all(market().resolve("audit")).stream()
        .flatMap(line -> line.entry().stream())
        .filter(entry -> entry.operation().startsWith("exchange "))
        .map(entry -> "%s: %s %s".formatted(entry.user(), entry.operation(), entry.detail()))
        .toList();
  }

  private static String bills(String id, String more) {
    return """
    {"format": "gridclear-envelope", "version": 1, "id": "%s", "sequence": 1, "content":
     {"format": "gridclear-other-market-bills", "version": 1, "market": "north", "rows": [
      {"entityId": "e", "entityName": "E", "tradeId": "t", "period": "2026-09",
       "feeType": "energy", "energyMwh": 10.5, "yuanPerMwh": 300, "yuan": 3150%s}]}}
    """
        .formatted(id, more);
  }

  @Test
  void channelsAreSetByVersionAndShown() throws IOException {
    List<JsonNode> shown = rows(0, exchange("channels", "--format", "json"));
    assertEquals(
        List.of("ems", "other", "bills", "gate", "north"),
        shown.stream().map(row -> row.get("channel").asString()).toList());
    assertEquals("condition", shown.get(0).get("when").asString());
    assertEquals("in", shown.get(4).get("direction").asString());
    String same = file("same.yaml", CHANNELS);
    assertEquals(
        "Channels version 1, was there already\n", change("channels", "--set", same).output());
    String fewer = file("fewer.yaml", CHANNELS.substring(0, CHANNELS.indexOf("- {id: other")));
    assertEquals("Channels version 2\n", change("channels", "--set", fewer).output());
    assertEquals(
        "ems", only(0, exchange("channels", "--format", "json")).get("channel").asString());
    String wrong = file("wrong.yaml", CHANNELS.replace("[da]", "[dax]"));
    refused("dax", change("channels", "--set", wrong));
    refused(
        "--format and --out are of the channels that are shown",
        change("channels", "--set", same, "--format", "json"));
    refused("--by", exchange("channels", "--set", same));
    assertEquals(
        "ems", only(0, exchange("channels", "--format", "json")).get("channel").asString());
  }

  @Test
  void whatIsInForceIsSentOnceAndShown() throws IOException {
    JsonNode sent = only(0, send());
    assertEquals("trade-results/da/2026-10-01/0/v1", sent.get("id").asString());
    assertEquals("sent", sent.get("state").asString());
    String name = "000000000001-trade-results-da-2026-10-01-0-v1.json";
    assertEquals(List.of(name), names(market().resolve("out/ems")));
    assertEquals(List.of(), rows(0, send()));
    assertEquals(List.of(sent), outbox("ems"));
    assertEquals(List.of(), outbox("other"));
    refused("nosuch", exchange("outbox", "nosuch"));
    refused("--to", change("send", "--from", DATE));
  }

  @Test
  void aVersionIsHandedByHandOnceAndOnlyIfItIsInForce() throws IOException {
    String[] first = {"hand", "other", "--date", DATE, "--day-version", "1", "--format", "json"};
    JsonNode handed = only(0, change(first));
    assertEquals("other-market/da/2026-10-01/0/v1", handed.get("id").asString());
    assertEquals("pending", handed.get("state").asString());
    Shell.Ended again = change(first);
    assertEquals(1, again.code(), again.text());
    assertEquals("", again.output());
    assertTrue(again.text().contains("The channel had it before"), again.text());
    refused("version 2", change("hand", "other", "--date", DATE));
    refused(
        "There is no version 9 of", change("hand", "other", "--date", DATE, "--day-version", "9"));
    refused("bills takes no versions of da", change("hand", "bills", "--date", DATE));
    refused("--file", change("hand", "other"));
    refused("nosuch", change("hand", "nosuch", "--date", DATE));
    assertEquals(List.of(handed), outbox("other"));
  }

  @Test
  void whatIsDeadIsListedAndReplayed() throws IOException {
    Files.writeString(market().resolve("blocked"), "a file where a folder should be");
    assertEquals(List.of(), rows(0, exchange("dead", "--format", "json")));
    String table = file("b.csv", "k\n1\n");
    JsonNode handed = only(0, change("hand", "bills", "--file", table, "--format", "json"));
    refused("only what is dead is replayed", change("replay", "1"));
    assertEquals(2, rows(1, send()).size(), "the results went, the bills did not");
    JsonNode dead = only(1, exchange("dead", "--format", "json"));
    assertEquals(handed.get("number"), dead.get("number"));
    assertEquals("dead", dead.get("state").asString());
    assertTrue(dead.get("said").asString().contains("blocked"), dead.toString());
    String number = handed.get("number").asString();
    assertEquals(
        "dead", only(1, change("replay", number, "--format", "json")).get("state").asString());
    only(0, change("hand", "bills", "--file", file("c.csv", "k\n2\n"), "--format", "json"));
    assertEquals(
        List.of("dead", "dead"),
        rows(1, change("replay", number, "--format", "json")).stream()
            .map(row -> row.get("state").asString())
            .toList(),
        "what else was tried is told");
    Files.delete(market().resolve("blocked"));
    assertEquals(
        "sent", only(0, change("replay", number, "--format", "json")).get("state").asString());
    assertEquals(1, names(market().resolve("blocked/bills")).size());
    JsonNode other = only(1, exchange("dead", "--format", "json"));
    only(0, change("replay", other.get("number").asString(), "--format", "json"));
    assertEquals(List.of(), rows(0, exchange("dead", "--format", "json")));
    refused("There is no entry 99", change("replay", "99"));
    refused("0", change("replay", "0"));
  }

  @Test
  void aSecretIsPrintedOnceAndSealsOneWayFiles() throws IOException {
    assertEquals(0, change("hand", "gate", "--file", file("t.csv", "k\n1\n")).code());
    List<JsonNode> tried = rows(1, send());
    String said = tried.get(1).get("said").asString();
    assertTrue(said.contains("gridclear exchange secret gate"), said);
    Shell.Ended made = change("secret", "gate");
    assertEquals(0, made.code(), made.text());
    assertTrue(made.output().matches("[0-9a-f]{64}\n"), made.output());
    String given = "00112233445566778899aabbccddeeff";
    Shell.Ended kept = change("secret", "gate", "--file", file("secret", given + "\n"));
    assertEquals(0, kept.code(), kept.text());
    assertEquals("", kept.text());
    refused("16 bytes", change("secret", "gate", "--file", file("short", "0011")));
    refused("hexadecimal", change("secret", "gate", "--file", file("odd", "secret")));
    refused("nosuch", change("secret", "nosuch"));
    assertEquals(given, Files.readString(market().resolve("exchange/gate.secret")));
    assertFalse(String.join(" ", written()).contains(given), "no secret is written down");
  }

  @Test
  void whatComesInIsTakenOnceAndWhatIsRefusedKeepsItsReason() throws IOException {
    refused("is not there", change("receive", "north"));
    Path in = Files.createDirectories(market().resolve("in/north"));
    Files.writeString(in.resolve("1.json"), bills("b1", ""));
    JsonNode taken = only(0, change("receive", "north", "--format", "json"));
    assertEquals("taken", taken.get("state").asString());
    assertEquals("1 row(s) kept", taken.get("said").asString());
    Files.writeString(in.resolve("2.json"), "{");
    Shell.Ended odd = change("receive", "north", "--format", "json");
    assertEquals(1, odd.code(), odd.text());
    assertTrue(odd.text().contains("2.json: "), odd.text());
    String good = file("3.json", bills("b3", ""));
    String bad = file("4.json", bills("b4", ", \"colour\": 1"));
    List<JsonNode> files = rows(1, change("receive", "north", good, bad, "--format", "json"));
    assertEquals(
        List.of("taken", "refused"),
        files.stream().map(row -> row.get("state").asString()).toList());
    assertTrue(files.get(1).get("said").asString().contains("colour"), files.toString());
    String other = file("5.json", bills("b3", "").replace("3150", "3151"));
    refused("had another content as b3", change("receive", "north", other));
    refused("Nothing comes over the channel ems", change("receive", "ems", good));
    List<JsonNode> inbox = rows(0, exchange("inbox", "--format", "json"));
    assertEquals(
        List.of("b1", "b3", "b4"),
        inbox.stream().map(row -> row.get("id").asString()).sorted().toList());
  }

  @Test
  void everyChangeIsWrittenDownWithWhoMadeIt() throws IOException {
    send();
    List<String> lines = written();
    assertEquals(
        List.of(
            "op: exchange channels channels.yaml", "op: exchange send 2026-10-01 to 2026-10-01"),
        lines);
    Shell.Ended usage = Shell.run("exchange");
    assertEquals(0, usage.code());
    assertTrue(usage.output().contains("replay"), usage.output());
  }
}
