package org.gridclear.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.gridclear.market.exchange.Channel.Retry;
import org.gridclear.market.exchange.Channel.Transport;
import org.gridclear.market.exchange.Channel.Transport.Way;
import org.gridclear.market.exchange.Channel.Trigger;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Channels as they are written, and when what failed is tried again. */
// Rows: O-07
class ChannelTextTest {
  private static final String HEAD = "id: c, partner: p, ";
  private static final String FOLDER = "transport: {way: folder, target: out}";
  private static final String PLAN = HEAD + "format: ems-plan, markets: [da], ";

  private static List<Channel> read(String channel) {
    String text = "{channels: [{%s}]}".formatted(channel);
    return ChannelText.read(text.getBytes(StandardCharsets.UTF_8), "test");
  }

  private static void refused(String words, String channel) {
    String said = assertThrows(InvalidInputException.class, () -> read(channel)).getMessage();
    assertTrue(said.contains(words), said);
  }

  /** first, twice that, four times …, and never longer than the longest. */
  @ParameterizedTest
  @CsvSource({
    "0, 10",
    "1, 20",
    "2, 40",
    "3, 80",
    "7, 1280",
    "8, 1800",
    "9, 1800",
    "20, 1800",
    "63, 1800",
    "64, 1800",
    "1000, 1800"
  })
  void whatFailedIsTriedAgainAfterTwiceTheTime(int attempts, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), Retry.STANDARD.after(attempts));
  }

  @Test
  void shortRetriesStayShort() {
    Retry none = new Retry(3, Duration.ZERO, Duration.ZERO);
    assertEquals(Duration.ZERO, none.after(5));
    Retry capped = new Retry(3, Duration.ofMinutes(5), Duration.ofMinutes(1));
    assertEquals(Duration.ofMinutes(1), capped.after(0));
  }

  @Test
  void channelIsReadWithWhatItLeavesOut() {
    assertEquals(
        List.of(
            new Channel(
                "c",
                "p",
                HandedFormat.EMS_PLAN,
                new Transport(Way.FOLDER, "out", ""),
                Trigger.BY_HAND,
                List.of("da"),
                "",
                Retry.STANDARD)),
        read(PLAN + FOLDER));
    assertEquals(
        new Retry(3, Duration.ofSeconds(5), Duration.ofHours(2)),
        read(PLAN + FOLDER + ", retry: {tries: 3, first: PT5S, most: PT2H}").get(0).retry());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{when: timed, at: \"17:30\", daysBefore: 1}|TIMED|17:30|1|false|0",
        "{when: timed, at: \"00:00\"}|TIMED|00:00|0|false|0",
        "{when: condition, published: true}|CONDITION|00:00|0|true|0",
        "{when: condition}|CONDITION|00:00|0|false|0",
        "{when: rolling, every: PT15M}|ROLLING|00:00|0|false|900",
        "{when: hand}|HAND|00:00|0|false|0"
      })
  void triggersAreOfFourWays(
      String trigger, Trigger.When when, LocalTime at, int before, boolean published, long every) {
    assertEquals(
        new Trigger(when, at, before, published, Duration.ofSeconds(every)),
        read(PLAN + FOLDER + ", trigger: " + trigger).get(0).trigger());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{when: timed}|at",
        "{when: timed, at: noon}|17:30",
        "{when: condition, at: \"17:30\"}|at",
        "{when: hand, published: true}|published",
        "{when: rolling, every: PT25H}|P1D at most",
        "{when: rolling, every: -PT1S}|P1D at most",
        "{when: rolling, every: often}|often",
        "{when: sometimes}|sometimes"
      })
  void triggersThatAreNoneAreRefused(String trigger, String words) {
    refused(words, PLAN + FOLDER + ", trigger: " + trigger);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{way: https, target: \"https://a.example/x\"}|",
        "{way: https, target: \"http://a.example/x\"}|https",
        "{way: https, target: \"https://u:p@a.example/x\"}|https",
        "{way: https, target: \"http://localhost:8080/x\"}|",
        "{way: kafka, target: \"a:9092,b-1.c:9093/t.x_1\"}|",
        "{way: kafka, target: \"a:9092\"}|host:port/topic",
        "{way: kafka, target: \"a/t\"}|host:port/topic",
        "{way: kafka, target: \"a:9092/t u\"}|host:port/topic",
        "{way: rest}|folder, oneway, https",
        "{way: folder}|target",
        "{way: folder, target: x, hostKey: y}|hostKey",
        "{way: pigeon, target: x}|pigeon",
        "{way: oneway, target: x}|"
      })
  void waysHaveTheirTargets(String transport, String words) {
    if (words == null) {
      assertEquals(1, read(PLAN + "transport: " + transport).size());
    } else {
      refused(words, PLAN + "transport: " + transport);
    }
  }

  @Test
  void hostOfSftpIsKnownByItsFingerprint() {
    String target = "transport: {way: sftp, target: \"sftp://u@h:22/in\", hostKey: \"%s\"}";
    String key = "SHA256:" + "A".repeat(43);
    assertEquals(key, read(PLAN + target.formatted(key)).get(0).transport().hostKey());
    refused("fingerprint", PLAN + target.formatted(key + "A"));
    refused("fingerprint", PLAN + target.formatted("MD5:" + "A".repeat(43)));
    refused("hostKey", PLAN + "transport: {way: sftp, target: \"sftp://u@h:22/in\"}");
  }

  /** What goes out is pushed or fetched; what comes in comes by a folder, a host or a call. */
  @ParameterizedTest
  @CsvSource({"https, false", "mail, false", "kafka, false", "folder, true", "rest, true"})
  void formatsThatComeInHaveTheirWays(String way, boolean allowed) {
    String target =
        switch (way) {
          case "https" -> ", target: \"https://a.example/x\"";
          case "mail" -> ", target: \"smtp://u@h:25/a@b.example?from=c@d.example\"";
          case "kafka" -> ", target: \"a:9092/t\"";
          case "folder" -> ", target: in";
          default -> "";
        };
    String channel = HEAD + "format: tickets, transport: {way: %s%s}".formatted(way, target);
    if (allowed) {
      assertEquals(HandedFormat.TICKETS, read(channel).get(0).format());
    } else {
      refused("folder, oneway, sftp or rest", channel);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: C, partner: p, format: ems-plan, markets: [da], |small letters",
        "id: c, partner: p, format: ems-plan, |Name da, id",
        "id: c, partner: p, format: ems-plan, markets: [dah], |dah",
        "id: c, partner: p, markets: [da], |what goes over it",
        "id: c, partner: p, format: emsplan, markets: [da], |emsplan",
        "id: c, partner: p, format: messages, |recipient",
        "id: c, partner: p, format: messages, recipient: alder, |member:ID",
        "id: c, partner: p, format: ems-plan, markets: [da], recipient: regulator, |recipient",
        "id: c, partner: p, format: ems-plan, markets: [da], retry: {tries: 0}, |1 to 100",
        "id: c, partner: p, format: ems-plan, markets: [da], retry: {tries: 101}, |1 to 100",
        "id: c, partner: p, format: ems-plan, markets: [da], retry: {first: soon}, |soon"
      })
  void whatIsWrongWithAChannelIsNamed(String head, String words) {
    refused(words, head + FOLDER);
  }

  @Test
  void recipientOfMessagesMayBeAMemberWithABlank() {
    String channel = HEAD + "format: messages, recipient: \"member:north power\", " + FOLDER;
    assertEquals("member:north power", read(channel).get(0).recipient());
  }

  @Test
  void idsOfChannelsAreTheirOwn() {
    String one = "{" + PLAN + FOLDER + "}";
    byte[] twice = "{channels: [%s, %s]}".formatted(one, one).getBytes(StandardCharsets.UTF_8);
    String said =
        assertThrows(InvalidInputException.class, () -> ChannelText.read(twice, "test"))
            .getMessage();
    assertTrue(said.contains("its own id"), said);
  }

  @ParameterizedTest
  @EnumSource(HandedFormat.class)
  void formatsAreKnownByTheirWords(HandedFormat format) {
    assertEquals(format, HandedFormat.of(format.word()));
    assertTrue(format.label().startsWith("gridclear-"));
    assertEquals(
        List.of("TICKETS", "REGISTRATION", "SERIES", "OTHER_MARKET_BILLS").contains(format.name()),
        format.comesIn());
    assertEquals(
        List.of("EMS_PLAN", "EMS_ANCILLARY", "TRADE_RESULTS", "SETTLEMENT", "OTHER_MARKET")
            .contains(format.name()),
        format.ofVersions());
  }

  @Test
  void otherWordsAreNoFormats() {
    assertThrows(UnknownNameException.class, () -> HandedFormat.of("EMS_PLAN"));
    assertEquals("gridclear-registry", HandedFormat.REGISTRATION.label());
    assertEquals("gridclear-ems-plan", HandedFormat.EMS_PLAN.label());
  }

  @Test
  void boundsOfRetriesThemselvesAreAllowed() {
    for (int tries : new int[] {1, 100}) {
      Retry retry =
          read(PLAN + FOLDER + ", retry: {tries: %d, first: PT0S, most: P1D}".formatted(tries))
              .get(0)
              .retry();
      assertEquals(new Retry(tries, Duration.ZERO, Duration.ofDays(1)), retry);
    }
    refused("P1D at most", PLAN + FOLDER + ", retry: {most: PT24H1S}");
    refused("colour", PLAN + FOLDER + ", retry: {colour: red}");
  }

  @ParameterizedTest
  @CsvSource({
    "sftp://u@h:22/in, true",
    "sftp://h:22/in, false",
    "ftp://u@h:22/in, false",
    "https://u@h/in, false"
  })
  void addressesOfHostsAreThoseOfSftp(String address, boolean allowed) {
    String transport =
        "transport: {way: sftp, target: \"%s\", hostKey: \"SHA256:%s\"}"
            .formatted(address, "A".repeat(43));
    if (allowed) {
      assertEquals(address, read(PLAN + transport).get(0).transport().target());
    } else {
      refused("sftp://user@host:port/folder", PLAN + transport);
    }
  }

  /** A field that would change nothing is refused, and not read over. */
  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tickets|markets: [da]|markets",
        "table|markets: [da]|markets",
        "messages|recipient: regulator, markets: [da]|markets",
        "series|trigger: {when: condition}|trigger",
        "table|trigger: {when: timed, at: \"17:30\"}|trigger",
        "tickets|recipient: regulator|recipient",
        "tickets|retry: {tries: 3}|retry",
        "messages|recipient: regulator, trigger: {when: timed, at: \"17:30\"}|when",
        "messages|recipient: regulator, trigger: {when: rolling, every: PT1H}|when",
        "messages|recipient: regulator, trigger: {when: condition, published: true}|published"
      })
  void whatAFormatDoesNotGoByIsRefused(String format, String more, String field) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> read(HEAD + "format: %s, %s, ".formatted(format, more) + FOLDER));
    assertEquals(List.of(field), refused.issues().stream().map(issue -> issue.field()).toList());
  }

  @ParameterizedTest
  @CsvSource({"condition, CONDITION", "hand, HAND"})
  void messagesGoAsTheyComeOrByHand(String when, Trigger.When expected) {
    String channel = "format: messages, recipient: operator, trigger: {when: %s}, ".formatted(when);
    assertEquals(expected, read(HEAD + channel + FOLDER).get(0).trigger().when());
  }
}
