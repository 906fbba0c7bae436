package org.gridclear.bench.settlement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.file.DecimalText;
import org.gridclear.file.PackFile;
import org.gridclear.file.Sha256;
import org.gridclear.json.Json;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.close.CloseRecord;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.work.Hashes;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Wire;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes one input, index, key or amount of a finished close and seals it again with new hashes,
 * so that it looks whole: what an auditor has to find by content.
 */
final class CloseMutator {
  /** What is changed. */
  enum Kind {
    INPUT,
    BLOCK_VALUE,
    BLOCK_IDENTITY,
    KEY,
    AMOUNT,
    SHARE,
    TABLE,
    MONTH
  }

  private static final Pattern NUMBER = Pattern.compile("(?<=[,:] ?)-?\\d+\\.\\d+");
  private static final List<String> TABLES =
      List.of("items.csv", "totals.csv", "trial-balance.csv", "weeks.csv");

  private final Path close;
  private final SplittableRandom draw;
  private final CloseRecord record;
  private final SettlementMonth month;
  private final Map<String, byte[]> books;
  private final Map<String, byte[]> inputs;

  CloseMutator(Path close, long seed) throws IOException {
    this.close = close;
    this.draw = new SplittableRandom(seed);
    this.record =
        Json.MAPPER.readValue(Files.readAllBytes(close.resolve("close.json")), CloseRecord.class);
    this.month = Wire.unpack(Files.readAllBytes(close.resolve("month.bin")), SettlementMonth.class);
    this.books = blocks(close.resolve("books.bin"));
    this.inputs = blocks(close.resolve("inputs.bin"));
  }

  private static Map<String, byte[]> blocks(Path file) throws IOException {
    Map<String, byte[]> blocks = new LinkedHashMap<>();
    try (PackFile.Reader pack = new PackFile.Reader(file)) {
      pack.names().forEach(name -> blocks.put(name, pack.get(name).orElseThrow()));
    }
    return blocks;
  }

  /**
   * Writes a changed copy of the close.
   *
   * @return what was changed, for a person; nothing if the draw changed nothing
   */
  Optional<String> write(Kind kind, Path target) throws IOException {
    Files.createDirectories(target);
    try (var files = Files.list(close)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    Optional<String> what =
        switch (kind) {
          case INPUT -> input(target);
          case BLOCK_VALUE -> block(target, false);
          case BLOCK_IDENTITY -> block(target, true);
          case KEY -> key(target);
          case AMOUNT -> amount(target);
          case SHARE -> share(target);
          case TABLE -> table(target);
          case MONTH -> month(target);
        };
    Seal.write(target, Map.of());
    return what;
  }

  private <T> T one(List<T> list) {
    return list.get(draw.nextInt(list.size()));
  }

  private static void pack(Path file, Map<String, byte[]> blocks) throws IOException {
    try (PackFile.Writer pack = new PackFile.Writer(file)) {
      blocks.forEach(pack::put);
    }
  }

  /** A number of a text, one unit of its last digit more. */
  private Optional<String> changed(String text) {
    List<int[]> places = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      places.add(new int[] {numbers.start(), numbers.end()});
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int[] place = one(places);
    char last = text.charAt(place[1] - 1);
    char other = last == '9' ? '8' : (char) (last + 1);
    return Optional.of(text.substring(0, place[1] - 1) + other + text.substring(place[1]));
  }

  private Optional<String> input(Path target) throws IOException {
    List<String> paths =
        record.inputs().keySet().stream().filter(path -> path.endsWith(".csv")).sorted().toList();
    String path = one(paths);
    String hash = known(record.inputs(), path);
    Optional<String> text =
        changed(new String(DecimalText.unpack(known(inputs, hash)), StandardCharsets.UTF_8));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    byte[] content = text.get().getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> all = new LinkedHashMap<>(inputs);
    all.remove(hash);
    all.put(Sha256.hex(content), DecimalText.pack(content));
    pack(target.resolve("inputs.bin"), all);
    ObjectNode json = json();
    ((ObjectNode) json.get("inputs")).put(path, Sha256.hex(content));
    write(target, json);
    return Optional.of("a number of " + path);
  }

  private static <T> T known(Map<String, T> of, String name) {
    return Objects.requireNonNull(of.get(name), name);
  }

  private ObjectNode json() throws IOException {
    return (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(close.resolve("close.json")));
  }

  private static void write(Path target, ObjectNode json) throws IOException {
    Files.write(
        target.resolve("close.json"),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
  }

  private Optional<String> block(Path target, boolean identity) throws IOException {
    int day = draw.nextInt(record.blockHashes().size());
    int number = draw.nextInt(record.blockHashes().get(day).size());
    String hash = record.blockHashes().get(day).get(number);
    EntityBlock block = SettlementBytes.block(known(books, hash), new MonthIndex(month));
    String what = identity ? identity(block) : value(block);
    byte[] packed = SettlementBytes.pack(block, month);
    if (what.isEmpty() || Sha256.hex(packed).equals(hash)) {
      return Optional.empty();
    }
    Map<String, byte[]> all = new LinkedHashMap<>(books);
    all.remove(hash);
    all.put(Sha256.hex(packed), packed);
    pack(target.resolve("books.bin"), all);
    ObjectNode json = json();
    ((ArrayNode) json.get("blockHashes").get(day)).set(number, Sha256.hex(packed));
    write(target, json);
    return Optional.of("day %d, block %d: %s".formatted(day + 1, number, what));
  }

  private String value(EntityBlock block) {
    List<Integer> some = new ArrayList<>();
    for (int c = 0; c < block.columns().length; c++) {
      if (block.columns()[c] != null) {
        some.add(c);
      }
    }
    if (some.isEmpty()) {
      return "";
    }
    int column = one(some);
    int place = draw.nextInt(block.columns()[column].length);
    block.columns()[column][place] += draw.nextBoolean() ? 1 : -1;
    return "value %d of column %d".formatted(place, column);
  }

  private String identity(EntityBlock block) {
    int a = draw.nextInt(block.rows());
    int b = draw.nextInt(block.rows());
    if (draw.nextBoolean()) {
      int id = block.entities()[a];
      block.entities()[a] = block.entities()[b];
      block.entities()[b] = id;
      return "entities of rows %d and %d exchanged".formatted(a, b);
    }
    block.points()[a] = (block.points()[a] + 1) % month.points().size();
    return "price point of row " + a;
  }

  private Optional<String> key(Path target) throws IOException {
    ObjectNode json = json();
    String what;
    if (draw.nextInt(3) == 0) {
      ArrayNode units = (ArrayNode) json.get("unitKeys");
      units.set(draw.nextInt(units.size()), "0".repeat(64));
      what = "key of a unit";
    } else if (draw.nextBoolean()) {
      what = exchange((ArrayNode) json.get("priceHashes"), "prices of two days");
    } else {
      what = exchange((ArrayNode) json.get("blockHashes"), "blocks of two days");
    }
    write(target, json);
    return what.isEmpty() ? Optional.empty() : Optional.of(what);
  }

  private String exchange(ArrayNode list, String what) {
    int a = draw.nextInt(list.size());
    int b = draw.nextInt(list.size());
    if (list.get(a).equals(list.get(b))) {
      return "";
    }
    var kept = list.get(a);
    list.set(a, list.get(b));
    list.set(b, kept);
    return what + " exchanged";
  }

  private Optional<String> amount(Path target) throws IOException {
    String key = one(record.unitKeys());
    ChargeBytes.Stored stored = ChargeBytes.unpack(known(books, key), new MonthIndex(month));
    ChargeResult result = stored.result();
    Map<String, long[][]> tables = new TreeMap<>();
    tables.put("amounts", result.amounts());
    tables.put("quantities", result.quantities());
    tables.put("pools", result.pools());
    tables.put("totals", result.totals());
    tables.put("drivers", result.drivers());
    String name = one(List.copyOf(tables.keySet()));
    long[][] table = known(tables, name);
    int day = draw.nextInt(table.length);
    int place = draw.nextInt(table[day].length);
    table[day][place] += draw.nextBoolean() ? 1 : -1;
    Map<String, byte[]> all = new LinkedHashMap<>(books);
    all.put(key, ChargeBytes.pack(stored.receipt(), result));
    pack(target.resolve("books.bin"), all);
    return Optional.of("%s, day %d, place %d".formatted(name, day + 1, place));
  }

  private Optional<String> share(Path target) throws IOException {
    List<String> names =
        books.keySet().stream()
            .filter(name -> name.startsWith("shares/") || name.startsWith("balances/"))
            .toList();
    String name = one(names);
    byte[] packed = known(books, name).clone();
    int place = draw.nextInt(packed.length / 8);
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    buffer.putLong(8 * place, buffer.getLong(8 * place) + 1);
    Map<String, byte[]> all = new LinkedHashMap<>(books);
    all.put(name, packed);
    pack(target.resolve("books.bin"), all);
    return Optional.of("%s, place %d".formatted(name, place));
  }

  private Optional<String> table(Path target) throws IOException {
    String name = one(TABLES);
    Optional<String> text = changed(Files.readString(close.resolve(name)));
    if (text.isPresent()) {
      Files.writeString(target.resolve(name), text.get());
    }
    return text.map(changed -> "a number of " + name);
  }

  private Optional<String> month(Path target) throws IOException {
    List<SettlementMonth.EntityName> entities = new ArrayList<>(month.entities());
    int a = draw.nextInt(entities.size());
    SettlementMonth.EntityName old = entities.get(a);
    if (draw.nextBoolean()) {
      int b = draw.nextInt(entities.size());
      Collections.swap(entities, a, b);
      if (a == b) {
        return Optional.empty();
      }
    } else {
      entities.set(
          a,
          new SettlementMonth.EntityName(
              old.id(), old.name(), old.member() + "X", old.memberName(), old.entityClass()));
    }
    SettlementMonth changed =
        new SettlementMonth(
            month.name(),
            month.month(),
            month.days(),
            month.mode(),
            month.intervals(),
            month.fixedWeeks(),
            entities,
            month.points(),
            month.contracts(),
            month.book());
    byte[] packed = Wire.pack(changed);
    Files.write(target.resolve("month.bin"), packed);
    ObjectNode json = json();
    json.put("monthHash", new Hashes().add(packed).hex());
    write(target, json);
    return Optional.of("entity %d of the month".formatted(a));
  }
}
