package org.gridclear.cli.grid;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gridclear.account.AuditLine;
import org.gridclear.account.AuditLog;
import org.gridclear.account.evidence.SyslogLine;
import org.gridclear.account.seal.AuditRetention;
import org.gridclear.account.seal.SealCheck;
import org.gridclear.account.seal.SealCopy;
import org.gridclear.account.seal.SealStamps;
import org.gridclear.account.seal.Seals;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.json.Json;
import org.gridclear.quantity.Count;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gridclear account audit}: that nobody changed the audit log. */
@Command(
    name = "audit",
    description = {
      "Check that nobody changed the audit log, by the folder's own key.",
      "The commands below work with seals, which anybody verifies by a public key."
    })
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--security", paramLabel = "DIR", description = "The security folder.")
  private @Nullable Path security;

  /** Where the log is, and what signs its seals. */
  private static final class Place {
    @Option(
        names = "--security",
        required = true,
        paramLabel = "DIR",
        description = "The security folder.")
    private Path folder;

    @Option(
        names = "--seal-key",
        paramLabel = "FILE",
        description =
            "Key that signs seals; may lie elsewhere (default: DIR/seal.key; the first seal makes"
                + " it).")
    private @Nullable Path key;

    private Seals seals() {
      return seals(log());
    }

    private AuditLog log() {
      return AuditLog.open(folder, Clock.systemUTC()::millis);
    }

    private Seals seals(AuditLog log) {
      return new Seals(folder, log, key, Clock.systemUTC()::millis);
    }
  }

  @Override
  public Integer call() {
    if (security == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: --security=DIR");
    }
    AuditLog log = AuditLog.open(security, Clock.systemUTC()::millis);
    return said(log.check(), "%d records, none changed.".formatted(log.entries().size()));
  }

  private int said(List<String> findings, String good) {
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(out::println);
    out.println(findings.isEmpty() ? good : "The audit log was changed.");
    out.flush();
    return findings.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  @Command(name = "seal", description = "Seal what was added since the last seal, now.")
  int seal(@Mixin Place place) {
    return made(place.seals()::seal);
  }

  @Command(
      name = "rotate",
      description = "Seal with the key until now, which names a new key for all that follow.")
  int rotate(@Mixin Place place) {
    return made(place.seals()::rotate);
  }

  private int made(Supplier<Seals.Made> sealing) {
    PrintWriter out = spec.commandLine().getOut();
    Seals.Made made;
    try {
      made = sealing.get();
    } catch (IllegalStateException e) {
      out.println(e.getMessage());
      out.flush();
      return ExitCodes.FAILED_CELLS;
    }
    out.println(
        "Seal %d of %d records, SHA-256 %s".formatted(made.number(), made.lines(), made.sha256()));
    out.println("Key of the next seal: " + made.key());
    out.flush();
    return ExitCodes.DONE;
  }

  @Command(
      name = "retain",
      description = {
        "Remove records of a class that are over their time, which have been sealed; a record of"
            + " the log says which,",
        "and a line stays in the place of each, so that all that is left is verified as before."
      })
  int retain(
      @Mixin Place place,
      @Option(
              names = "--system",
              paramLabel = "MONTHS",
              converter = OptionNumbers.FromOne.class,
              description =
                  "Months for which records of the system are kept, 6 at least (default: for"
                      + " good).")
          @Nullable Integer system,
      @Option(
              names = "--business",
              paramLabel = "MONTHS",
              converter = OptionNumbers.FromOne.class,
              description =
                  "Months for which records of the business are kept, 6 at least (default: for"
                      + " good).")
          @Nullable Integer business) {
    if (system == null && business == null) {
      throw new ParameterException(
          spec.commandLine(), "Say for how long: --system MONTHS, --business MONTHS.");
    }
    PrintWriter out = spec.commandLine().getOut();
    AuditLog log = place.log();
    AuditRetention retention = new AuditRetention(log, place.seals(log), Clock.systemUTC()::millis);
    Map<AuditLog.Kind, Integer> kept = new EnumMap<>(AuditLog.Kind.class);
    if (system != null) {
      kept.put(AuditLog.Kind.SYSTEM, system);
    }
    if (business != null) {
      kept.put(AuditLog.Kind.BUSINESS, business);
    }
    kept.values().forEach(AuditRetention::require);
    int code = ExitCodes.DONE;
    for (Map.Entry<AuditLog.Kind, Integer> each : kept.entrySet()) {
      try {
        out.println(retention.remove(each.getKey(), each.getValue()));
      } catch (IllegalStateException e) {
        out.println(e.getMessage());
        code = ExitCodes.FAILED_CELLS;
      }
    }
    out.flush();
    return code;
  }

  @Command(
      name = "verify",
      description = {
        "Compare the log with its seals by public keys alone: the folder, or a copy of it without"
            + " secrets.",
        "Names the first record that was edited, removed or moved, a seal or a head that is"
            + " missing: exit code 1."
      })
  int verify(
      @Option(
              names = "--security",
              required = true,
              paramLabel = "DIR",
              description = "The security folder, or a copy of it.")
          Path folder,
      @Option(
              names = "--key",
              paramLabel = "FILE",
              description = "Public key of the owner (PEM), as it was handed out; several may be.")
          List<Path> keys,
      @Option(
              names = "--tsa-certificate",
              paramLabel = "FILE",
              description = "Certificate of the authority whose time stamps are judged, too.")
          @Nullable Path authority) {
    SealCheck.Result result = SealCheck.of(folder, keys == null ? List.of() : keys);
    if (result.unsealedYet()) {
      spec.commandLine()
          .getOut()
          .println(
              "%s Whether its %d records were changed cannot be said by public keys; 'account audit seal' seals them."
                  .formatted(result.findings().get(0), result.unsealed()));
      spec.commandLine().getOut().flush();
      return ExitCodes.FAILED_CELLS;
    }
    List<String> findings = new ArrayList<>(result.findings());
    if (authority != null) {
      SealStamps.Result stamps = new SealStamps(folder).check(authority);
      findings.addAll(stamps.findings());
      spec.commandLine()
          .getOut()
          .println(
              "%d seals have a time stamp, the first of %s."
                  .formatted(stamps.stamped(), stamps.first()));
    }
    int code =
        said(
            findings,
            "%d records under %d seals, none changed; %d are not sealed yet."
                .formatted(result.sealed(), result.seals(), result.unsealed()));
    PrintWriter out = spec.commandLine().getOut();
    if (!result.key().isEmpty()) {
      out.println("Key of the first seal: " + result.key());
      if (keys == null) {
        out.println(
            "NOTICE: that key lies beside the seals; compare it with the one that was handed out,"
                + " or give --key.");
      }
    }
    out.flush();
    return code;
  }

  @Command(
      name = "stamp",
      description = {
        "Have all seals stamped that are not, by an authority of time stamps (RFC 3161), which is",
        "told their SHA-256 and nothing else."
      })
  int stamp(
      @Option(
              names = "--security",
              required = true,
              paramLabel = "DIR",
              description = "The security folder.")
          Path folder,
      @Option(
              names = "--tsa",
              required = true,
              paramLabel = "URL",
              description = "The authority, such as https://tsa.example.org/tsr.")
          URI authority)
      throws IOException {
    if (!"https".equals(authority.getScheme()) && !"http".equals(authority.getScheme())) {
      throw new IllegalArgumentException(
          "The authority (%s) must be an address such as https://tsa.example.org/tsr."
              .formatted(authority));
    }
    List<Integer> stamped = new SealStamps(folder).stamp(authority);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Stamped: %s".formatted(stamped));
    out.flush();
    return ExitCodes.DONE;
  }

  @Command(
      name = "syslog",
      description = {
        "Records of a time as lines of syslog (RFC 5424), or as JSON, on standard output or to a",
        "collector over TCP (RFC 6587, counted octets)."
      })
  int syslog(
      @Option(
              names = "--security",
              required = true,
              paramLabel = "DIR",
              description = "The security folder.")
          Path folder,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              defaultValue = "1970-01-01T00:00:00Z",
              description = "Not before this time, such as 2026-10-01T00:00:00Z.")
          Instant from,
      @Option(
              names = "--to",
              paramLabel = "TIME",
              defaultValue = "9999-12-31T00:00:00Z",
              description = "Before this time.")
          Instant to,
      @Option(names = "--json", description = "JSON, a record a line, as the log has it.")
          boolean json,
      @Option(
              names = "--send",
              paramLabel = "HOST:PORT",
              description = "Send them there (default: print them).")
          @Nullable String target)
      throws IOException {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "--from (%s) is not before --to (%s).".formatted(from, to));
    }
    String host = InetAddress.getLocalHost().getHostName();
    List<String> lines =
        AuditLine.between(folder, from, to).stream()
            .map(each -> json ? Json.MAPPER.writeValueAsString(each) : SyslogLine.of(each, host))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (target == null) {
      lines.forEach(out::println);
    } else {
      SyslogLine.send(lines, target);
      out.println("%d records sent to %s".formatted(lines.size(), target));
    }
    out.flush();
    return ExitCodes.DONE;
  }

  @Command(
      name = "export",
      description = "Copy log, seals and public keys, without secrets, for somebody who verifies.")
  int export(
      @Option(
              names = "--security",
              required = true,
              paramLabel = "DIR",
              description = "The security folder.")
          Path folder,
      @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
          Path out)
      throws IOException {
    AuditLog log = AuditLog.open(folder, Clock.systemUTC()::millis);
    int files = SealCopy.write(folder, log, out);
    spec.commandLine().getOut().println("%s in %s".formatted(Count.of(files, "file"), out));
    spec.commandLine().getOut().flush();
    return ExitCodes.DONE;
  }
}
