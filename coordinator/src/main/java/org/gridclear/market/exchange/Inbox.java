package org.gridclear.market.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.exchange.Channel.Transport.Way;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.exchange.ExchangeStore;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.store.exchange.InboxRow.State;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Takes things from other systems, each once by its id: the same again has the same answer, another
 * content under the same id is refused. What is refused can be sent again.
 */
public final class Inbox {
  private static final String SEAL = ".seal";

  /** The year 9999. */
  private static final double SECONDS_MOST = 253_402_300_799.0;

  private final MarketFolder market;
  private final ExchangeStore store;
  private final Taking taking;
  private final Clock clock;

  /** The inbox of a market. */
  public Inbox(MarketFolder market, Clock clock) {
    this.market = market;
    this.store = new ExchangeStore(market.database());
    this.taking = new Taking(market, clock);
    this.clock = clock;
  }

  /**
   * What came of something.
   *
   * @param row the record of it
   * @param again whether it was taken before
   */
  public record Received(InboxRow row, boolean again) {}

  /**
   * What came of a folder.
   *
   * @param received in the order in which it was taken
   * @param gaps what is missing or cannot be read; in one-way mode nothing after the first one is
   *     taken
   */
  public record Folder(List<Received> received, List<String> gaps) {}

  /**
   * Takes what came.
   *
   * @param bytes an envelope
   * @param name name of the file, for messages
   * @throws InvalidInputException if it is no envelope
   * @throws IllegalArgumentException if the channel takes nothing, or had other content by this id
   */
  public Received receive(Channel channel, byte[] bytes, String name, String by) {
    if (!channel.format().comesIn()) {
      throw new IllegalArgumentException("Nothing comes over the channel " + channel.id() + ".");
    }
    Envelope.In in = Envelope.read(bytes, name);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    InboxRow row =
        store.received(
            new InboxRow(
                channel.id(),
                in.id(),
                in.sequence(),
                market.content().put(in.content()),
                State.RECEIVED,
                "",
                by,
                now));
    if (!row.contentHash().equals(Sha256.hex(in.content()))) {
      throw new IllegalArgumentException(
          "%s: the channel %s had another content as %s at %s; give it an id of its own."
              .formatted(name, channel.id(), in.id(), row.at()));
    }
    if (row.state() == State.TAKEN) {
      return new Received(row, true);
    }
    take(channel, in, row, new Recording(by, now));
    return new Received(store.inbox(channel.id(), in.id()).orElseThrow(), false);
  }

  private void take(Channel channel, Envelope.In in, InboxRow row, Recording recording) {
    try {
      String said = taking.take(channel, in.id(), in.content(), recording);
      store.ended(row, State.TAKEN, said);
    } catch (InvalidInputException e) {
      store.ended(row, State.REFUSED, e.issues().toString());
    } catch (IllegalArgumentException e) {
      store.ended(row, State.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Takes a signed call.
   *
   * @param seconds time of the call, since 1970
   * @param signature its signature
   * @throws IllegalArgumentException if the signature is wrong, or its time is not now
   */
  public Received call(Channel channel, byte[] bytes, long seconds, String signature, String by) {
    Signature.check(
        Outbox.secrets(market).of(channel.id()),
        Instant.ofEpochSecond(seconds),
        bytes,
        signature,
        clock.instant());
    return receive(channel, bytes, "call", by);
  }

  /** Takes what lies in the folder of a channel and was not taken yet. */
  public Folder folder(Channel channel, String by) throws IOException {
    if (channel.transport().way() == Way.SFTP) {
      return all(channel, Outbox.sftp(market, channel).files(), by);
    }
    Path folder = market.path().resolve(channel.transport().target());
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "The folder of the channel %s (%s) is not there.".formatted(channel.id(), folder));
    }
    return channel.transport().way() == Way.ONEWAY
        ? sealed(channel, folder, by)
        : plain(channel, folder, by);
  }

  private Folder plain(Channel channel, Path folder, String by) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : files(folder, ".json")) {
      files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }
    return all(channel, files, by);
  }

  private Folder all(Channel channel, Map<String, byte[]> files, String by) {
    List<Received> received = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      try {
        Received each = receive(channel, file.getValue(), name, by);
        if (!each.again()) {
          received.add(each);
        }
      } catch (InvalidInputException e) {
        gaps.add("%s: %s".formatted(name, e.issues()));
      } catch (IllegalArgumentException e) {
        gaps.add(String.valueOf(e.getMessage()));
      }
    }
    return new Folder(received, gaps);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
    }
  }

  /** In the order of the sequence, from the one after the last that was taken; no gap is passed. */
  private Folder sealed(Channel channel, Path folder, String by) throws IOException {
    TreeMap<Long, Path> seals = new TreeMap<>();
    for (Path seal : files(folder, SEAL)) {
      String name = seal.getFileName().toString().replace(SEAL, "");
      if (name.matches("\\d{12}")) {
        seals.put(Long.valueOf(name), seal);
      }
    }
    long expected =
        1
            + store.inbox().stream()
                .filter(row -> row.channel().equals(channel.id()) && row.state() != State.RECEIVED)
                .mapToLong(InboxRow::sequence)
                .max()
                .orElse(0);
    List<Received> received = new ArrayList<>();
    for (Map.Entry<Long, Path> each : seals.tailMap(expected).entrySet()) {
      if (each.getKey() != expected) {
        return new Folder(received, List.of(gap(channel, expected, each.getKey() - 1)));
      }
      Optional<String> wrong = take(channel, each.getKey(), each.getValue(), by, received);
      if (wrong.isPresent()) {
        return new Folder(received, List.of(wrong.get()));
      }
      expected++;
    }
    return new Folder(received, List.of());
  }

  private static String gap(Channel channel, long from, long to) {
    return from == to
        ? "%s: number %d is missing".formatted(channel.id(), from)
        : "%s: numbers %d to %d are missing".formatted(channel.id(), from, to);
  }

  private Optional<String> take(
      Channel channel, long sequence, Path seal, String by, List<Received> received)
      throws IOException {
    Path file = seal.resolveSibling(seal.getFileName().toString().replace(SEAL, ".json"));
    if (!Files.exists(file)) {
      return Optional.of("%s: %s is missing".formatted(channel.id(), file.getFileName()));
    }
    byte[] body = Files.readAllBytes(file);
    try {
      check(channel, sequence, seal, body);
      Received each = receive(channel, body, String.valueOf(file.getFileName()), by);
      if (each.row().sequence() != sequence) {
        return Optional.of(
            "%s: %s says that it is number %d"
                .formatted(channel.id(), file.getFileName(), each.row().sequence()));
      }
      received.add(each);
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of("%s: %s: %s".formatted(channel.id(), file.getFileName(), e.issues()));
    } catch (IllegalArgumentException e) {
      return Optional.of("%s: %s: %s".formatted(channel.id(), file.getFileName(), e.getMessage()));
    }
  }

  private void check(Channel channel, long sequence, Path seal, byte[] body) throws IOException {
    IssueLog log = new IssueLog(String.valueOf(seal.getFileName()));
    JsonFields f = new JsonFields(Json.parse(Files.readAllBytes(seal), log), "seal", log);
    String format = f.text("format");
    int version = f.integer("version");
    boolean named =
        f.integer("sequence") == sequence && version == 1 && format.equals("gridclear-seal");
    f.text("channel");
    String id = f.text("id");
    String hash = f.text("sha256");
    Instant time = time(f, log);
    String signature = f.text("signature");
    f.done();
    log.throwIfErrors();
    if (!named || !hash.equals(Sha256.hex(body))) {
      throw new IllegalArgumentException("the seal is of another file, or the file was changed");
    }
    Signature.check(
        Outbox.secrets(market).of(channel.id()),
        time,
        OneWayTransport.signed(sequence, id, body),
        signature);
  }

  /** What is signed are whole seconds: a fraction of them would be nobody's. */
  private static Instant time(JsonFields seal, IssueLog log) {
    double seconds = seal.number("time");
    if (seconds == Math.rint(seconds) && Math.abs(seconds) <= SECONDS_MOST) {
      return Instant.ofEpochSecond((long) seconds);
    }
    log.add(
        Rule.FIELD_TYPE, seal.element(), "time", seconds, "Give whole seconds since 1970-01-01.");
    return Instant.EPOCH;
  }
}
