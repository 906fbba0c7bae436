package org.gridclear.account.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.account.AuditLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of the audit log as collectors read them (RFC 5424, RFC 6587). */
class SyslogLineTest {
  /** A line as the grammar of RFC 5424 has it, with one element of structured data. */
  private static final Pattern LINE =
      Pattern.compile(
          "<(\\d{1,3})>1 (\\S+) ([!-~]{1,255}) gridclear - (\\S{1,32})"
              + " \\[gridclear@32473((?: [a-z]+=\"(?:[^\"\\\\\\]]|\\\\[\"\\\\\\]])*\")+)] (.*)");

  private static AuditLog.Entry entry(AuditLog.Outcome outcome, String user, String detail) {
    return new AuditLog.Entry(
        7,
        "2026-11-30T10:00:00Z",
        AuditLog.Kind.SYSTEM,
        outcome,
        user,
        "10.0.0.1",
        "POST /api/v1/session",
        detail,
        "ab");
  }

  private static Matcher parsed(String line) {
    Matcher parts = LINE.matcher(line);
    assertTrue(parts.matches(), line);
    return parts;
  }

  @Test
  void theFirstNumberIsEightTimesTheFacilityAndTheSeverity() {
    Matcher refused = parsed(SyslogLine.of(entry(AuditLog.Outcome.FAILURE, "ann", "401"), "h"));
    assertEquals("108", refused.group(1), "13 × 8 + 4, a warning");
    assertEquals("2026-11-30T10:00:00Z", refused.group(2));
    assertEquals("SYSTEM", refused.group(4));
    assertEquals(
        " number=\"7\" kind=\"SYSTEM\" outcome=\"FAILURE\" user=\"ann\" from=\"10.0.0.1\""
            + " signature=\"ab\"",
        refused.group(5));
    assertEquals("POST /api/v1/session 401", refused.group(6));
    Matcher done = parsed(SyslogLine.of(entry(AuditLog.Outcome.SUCCESS, "ann", ""), "h"));
    assertEquals("110", done.group(1), "13 × 8 + 6, for information");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b",
        "a\\b",
        "a]b",
        "\"] <13>1 - forged",
        "\\\"]",
        "a\nb",
        "a\r\n<34>1 x",
        "a\u0001b",
        "\\",
        "王"
      })
  void noNameEndsItsPlaceOrTheLine(String user) {
    String line = SyslogLine.of(entry(AuditLog.Outcome.FAILURE, user, user), "h");
    assertEquals(1, line.lines().count(), line);
    String data = parsed(line).group(5);
    String value = data.substring(data.indexOf("user=\"") + 6, data.indexOf("\" from="));
    String read = value.replaceAll("\\\\([\"\\\\\\]])", "$1");
    assertEquals(user.replaceAll("\\p{Cntrl}", " "), read);
  }

  @Test
  void aMachineWithoutANameOrWithAStrangeOneIsSaidSo() {
    AuditLog.Entry entry = entry(AuditLog.Outcome.SUCCESS, "ann", "200");
    assertEquals("-", parsed(SyslogLine.of(entry, "")).group(3));
    assertEquals("a-b-", parsed(SyslogLine.of(entry, "a b王")).group(3));
  }

  @Test
  void linesAreSentWithTheNumberOfTheirOctets() throws Exception {
    List<String> lines = List.of("<110>1 é", "second\nof two", "");
    try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> read =
          CompletableFuture.supplyAsync(
              () -> {
                try (Socket socket = collector.accept()) {
                  return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      SyslogLine.send(lines, "127.0.0.1:" + collector.getLocalPort());
      assertEquals("9 <110>1 é13 second\nof two0 ", read.get());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", ":514", "host:", "host:x", "host:123456", "host:-1"})
  void whatIsNoCollectorIsRefusedBeforeAnybodyIsAsked(String target) {
    assertThrows(IllegalArgumentException.class, () -> SyslogLine.send(List.of("x"), target));
  }
}
