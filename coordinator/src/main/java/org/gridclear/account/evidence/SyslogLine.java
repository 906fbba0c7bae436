package org.gridclear.account.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.json.Json;

/** A record of the audit log as a line of syslog (RFC 5424), with its parts as structured data. */
public final class SyslogLine {
  /** Facility 13, "log audit". */
  private static final int FACILITY = 13;

  private static final int CONNECT_MILLIS = 10_000;
  private static final int WARNING = 4;
  private static final int INFORMATIONAL = 6;

  /** Private enterprise number of documentation (RFC 5612). */
  private static final String DATA = "gridclear@32473";

  private SyslogLine() {}

  /**
   * The line, without an end.
   *
   * @param host name of the machine that says it
   */
  public static String of(AuditLog.Entry entry, String host) {
    int severity = entry.outcome() == AuditLog.Outcome.FAILURE ? WARNING : INFORMATIONAL;
    return "<%d>1 %s %s gridclear - %s [%s number=\"%d\" kind=\"%s\" outcome=\"%s\" user=\"%s\" from=\"%s\" signature=\"%s\"] %s"
        .formatted(
            FACILITY * 8 + severity,
            entry.at(),
            host.isEmpty() ? "-" : host.replaceAll("[^\\x21-\\x7e]", "-"),
            entry.kind(),
            DATA,
            entry.number(),
            entry.kind(),
            entry.outcome(),
            value(entry.user()),
            value(entry.from()),
            entry.signature(),
            (entry.operation() + " " + entry.detail()).strip().replaceAll("\\p{Cntrl}", " "));
  }

  /**
   * Sends lines over TCP, each with the number of its octets before it.
   *
   * @param target host and port
   * @throws IllegalArgumentException if that is no address
   * @throws IOException if nobody takes them
   */
  public static void send(List<String> lines, String target) throws IOException {
    int colon = target.lastIndexOf(':');
    if (colon < 1 || !target.substring(colon + 1).matches("\\d{1,5}")) {
      throw new IllegalArgumentException("The collector (%s) must be HOST:PORT.".formatted(target));
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))),
          CONNECT_MILLIS);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      for (String line : lines) {
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        out.write((octets.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(octets);
      }
      out.flush();
    }
  }

  /**
   * Records of a time, as lines of syslog or as the log has them.
   *
   * @param from not before this time
   * @param to before this time
   * @param json whether they are JSON
   * @throws IllegalArgumentException if one time is not before the other
   */
  public static List<String> between(Path folder, Instant from, Instant to, boolean json)
      throws IOException {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "--from (%s) is not before --to (%s).".formatted(from, to));
    }
    String host = InetAddress.getLocalHost().getHostName();
    return AuditLine.between(folder, from, to).stream()
        .map(each -> json ? Json.MAPPER.writeValueAsString(each) : of(each, host))
        .toList();
  }

  private static String value(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\"\\\\\\]])", "\\\\$1");
  }
}
