package org.gridclear.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.gridclear.file.CaseText;
import org.gridclear.file.StoredFiles;
import org.gridclear.io.egret.EgretReader;
import org.gridclear.io.matpower.MatpowerReader;
import org.gridclear.io.unitcommitment.PglibUcReader;
import org.gridclear.io.unitcommitment.UnitCommitmentJlReader;
import org.gridclear.json.Json;
import org.gridclear.json.SourceFile;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.MarketDayValidator;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.NetworkValidator;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The door for files: finds out the format, reads, validates. Every issue of the file is in the
 * log; with an error in it, nothing is returned.
 */
public final class CaseFiles {
  /** The largest file that is read, in bytes. */
  public static final long FILE_BYTES_MAX = 1L << 30;

  private CaseFiles() {}

  /** What a file holds. */
  public sealed interface Content {
    /** A network without market data: a MATPOWER file or a built-in network. */
    record OnlyNetwork(Network network) implements Content {}

    /**
     * A whole market day.
     *
     * @param cleared how a run that wrote the file cleared it; a missing node where none did
     */
    record WholeDay(MarketDay day, JsonNode cleared) implements Content {
      /** A day that no run wrote. */
      public WholeDay(MarketDay day) {
        this(day, MissingNode.getInstance());
      }
    }
  }

  /**
   * What was read, and what there is to say about it.
   *
   * @param content the network or day
   * @param log warnings
   */
  public record Loaded(Content content, IssueLog log) {
    /** How a run that wrote the file cleared it; a missing node where none did. */
    public JsonNode cleared() {
      return content instanceof Content.WholeDay whole
          ? whole.cleared()
          : MissingNode.getInstance();
    }

    /** The network, with or without market data. */
    public Network network() {
      return content instanceof Content.WholeDay whole
          ? whole.day().network()
          : ((Content.OnlyNetwork) content).network();
    }

    /**
     * The market day.
     *
     * @param otherwise what is said where it is a network without one
     * @throws IllegalArgumentException if it is
     */
    public MarketDay day(String otherwise) {
      if (content instanceof Content.WholeDay whole) {
        return whole.day();
      }
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * Reads a file or a built-in network and validates it.
   *
   * @param source a path, or the name of a built-in network such as {@code ieee118}; a folder may
   *     have a part behind it, such as {@code rts-gmlc@2020-07-15}
   * @param folder where a relative path starts
   * @param rulesOff rules put out of effect
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public static Loaded load(String source, Path folder, Set<Rule> rulesOff) {
    if (BuiltInNetworks.has(source)) {
      IssueLog log = new IssueLog(source, rulesOff);
      Network network = BuiltInNetworks.read(source);
      NetworkValidator.check(network, log);
      log.throwIfErrors();
      return new Loaded(new Content.OnlyNetwork(network), log);
    }
    String place = placeOf(source, folder);
    Path path = folder.resolve(place);
    IssueLog log = new IssueLog(path.getFileName().toString(), rulesOff);
    byte[] bytes = Files.isDirectory(path) ? new byte[0] : bytes(path, source, log);
    log.throwIfErrors();
    return loaded(new SourceFile(path, partOf(source, place), bytes), log);
  }

  /**
   * Reads what lies in no file, such as standard input, and validates it.
   *
   * @param name a name as a file of the format would have it
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public static Loaded load(byte[] bytes, String name, Set<Rule> rulesOff) {
    return loaded(new SourceFile(Path.of(name), "", bytes), new IssueLog(name, rulesOff));
  }

  private static Loaded loaded(SourceFile file, IssueLog log) {
    Content content = read(file, log);
    if (content != null && !log.has(Rule.SYNTAX)) {
      validate(content, log);
    }
    log.throwIfErrors();
    return new Loaded(Objects.requireNonNull(content), log);
  }

  /** The folder of a source such as {@code rts-gmlc@2020-07-15}; of others, the source itself. */
  private static String placeOf(String source, Path folder) {
    int at = source.lastIndexOf('@');
    String before = at > 0 ? source.substring(0, at) : source;
    return Files.isDirectory(folder.resolve(before)) ? before : source;
  }

  private static String partOf(String source, String place) {
    return source.equals(place) ? "" : source.substring(place.length() + 1);
  }

  private static void validate(Content content, IssueLog log) {
    if (content instanceof Content.WholeDay whole) {
      MarketDayValidator.check(whole.day(), log);
    } else if (content instanceof Content.OnlyNetwork only) {
      NetworkValidator.check(only.network(), log);
    }
  }

  private static byte[] bytes(Path path, String source, IssueLog log) {
    try {
      if (Files.isRegularFile(path) && StoredFiles.size(path) <= FILE_BYTES_MAX) {
        return StoredFiles.readAllBytes(path);
      }
      boolean looksLikeName = !source.contains(".") && !source.contains("/");
      log.add(
          Rule.FILE_READABLE,
          "file",
          "",
          path,
          looksLikeName
              ? NearestName.advice(source, BuiltInNetworks.names())
              : Files.exists(path) ? "It is a folder or too large." : "There is no such file.");
    } catch (IOException e) {
      log.add(Rule.FILE_READABLE, "file", "", path, "It cannot be read: " + e.getMessage());
    }
    return new byte[0];
  }

  private static @Nullable Content read(SourceFile file, IssueLog log) {
    Optional<FileFormat> format = FileFormats.of(file);
    if (format.isPresent()) {
      return format.get().read(file, log);
    }
    if (Files.isDirectory(file.path())) {
      log.add(
          Rule.FILE_READABLE,
          "file",
          "",
          file.path(),
          "It is a folder; of folders only RTS-GMLC's is read (with SourceData/bus.csv).");
      return null;
    }
    String missing = FileFormats.notBuilt(file);
    if (!missing.isEmpty()) {
      log.add(
          Rule.FILE_READABLE,
          "file",
          "format",
          missing,
          "The optional module converters reads it; get it by: mvn -B -DskipTests -pl converters"
              + " -am package");
      return null;
    }
    return readOwn(file, log);
  }

  private static @Nullable Content readOwn(SourceFile file, IssueLog log) {
    Path path = file.path();
    byte[] bytes = file.bytes();
    String fileName = file.fileName();
    String name = fileName.replaceFirst("\\.(m|json)(\\.gz)?$", "");
    boolean packed = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    if (!packed && !CaseText.check(bytes, log)) {
      return null;
    }
    if (fileName.toLowerCase(Locale.ROOT).endsWith(".m")) {
      return new Content.OnlyNetwork(
          MatpowerReader.read(new String(bytes, StandardCharsets.UTF_8), fileName, log));
    }
    JsonNode document = Json.parse(bytes, log);
    if (log.has(Rule.SYNTAX)) {
      return null;
    }
    if (document.has("Generators") || document.has("Parameters")) {
      return foreign(UnitCommitmentJlReader.read(name, document, log));
    }
    if (document.has("thermal_generators")) {
      return foreign(PglibUcReader.read(name, document, log));
    }
    if (document.has("elements") && document.has("system")) {
      return foreign(EgretReader.read(name, document, log));
    }
    if (document.path("format").asString("").equals("gridclear-case") && !document.has("network")) {
      log.add(Rule.FIELD_PRESENT, "document", "network", "absent", "Give buses and branches.");
      return null;
    }
    if (!document.has("network")) {
      refuseUnknown(document, log);
      return null;
    }
    Path folder = path.toAbsolutePath().getParent();
    return new Content.WholeDay(
        CaseReader.read(document, new CsvSeries(folder), log), document.path("cleared"));
  }

  private static void refuseUnknown(JsonNode document, IssueLog log) {
    log.add(
        Rule.SYNTAX,
        "document",
        "",
        String.join(", ", document.propertyNames()),
        "It is none of: gridclear-case, pglib-uc, UnitCommitment.jl, Egret, GO Competition 3,"
            + " pandapower, MATPOWER (.m).");
  }

  /** A day of a format whose money has no name. */
  private static Content foreign(MarketDay day) {
    return new Content.WholeDay(day.withCurrency(MarketDay.CURRENCY_UNITS));
  }

  /** The product's own case format, as readable JSON. */
  public static byte[] write(MarketDay day) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(day));
  }

  private static ObjectNode document(MarketDay day) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("format", "gridclear-case");
    document.put("version", 1);
    ObjectNode body = Json.MAPPER.valueToTree(day);
    body.properties().forEach(entry -> document.set(entry.getKey(), entry.getValue()));
    return document;
  }

  /** The same format gzipped: equal days give equal bytes, so it can be hashed and sent. */
  public static byte[] pack(MarketDay day) {
    return gzipped(Json.MAPPER.writeValueAsBytes(day));
  }

  private static byte[] gzipped(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The same format gzipped, with how it was cleared.
   *
   * @param cleared the field {@code cleared} (docs/formats.md)
   */
  public static byte[] packCleared(MarketDay day, Map<String, Object> cleared) {
    ObjectNode document = document(day);
    document.set("cleared", Json.MAPPER.valueToTree(cleared));
    return gzipped(Json.MAPPER.writeValueAsBytes(document));
  }

  /** Reads what {@link #pack} wrote. */
  public static MarketDay unpack(byte[] packed) {
    IssueLog log = new IssueLog("packed case");
    MarketDay day = CaseReader.read(Json.parse(packed, log), new CsvSeries(null), log);
    log.throwIfErrors();
    return day;
  }
}
