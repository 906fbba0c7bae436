package org.gridclear.settlement.reader;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.json.JsonFields;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.settlement.folder.DayTypeFile;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.RecordedFiles;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.registry.RegistryReader;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.table.SeriesTable;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Reads a settlement folder (docs/formats.md). */
public final class SettlementReader {
  private static final int DAYS_MAX = 4;

  /** Days that are read at the same time; more than there are processors only fill the memory. */
  private static final int DAYS_AT_A_TIME =
      Math.min(DAYS_MAX, Runtime.getRuntime().availableProcessors());

  private static final List<String> WEEKS = List.of("monday", "fixed");

  /** Names of the files that a day may have. */
  private static final List<String> OF_DAY =
      List.of(
          "meters.csv",
          "registers.csv",
          "exchanges.csv",
          "awards.csv",
          "services.csv",
          "curves.csv",
          "prices.csv",
          "events.csv");

  private final RecordedFiles files;
  private String bookPath = "";
  private final List<IssueLog> logs = new ArrayList<>();

  private SettlementReader(InputFiles files) {
    this.files = new RecordedFiles(files);
  }

  /**
   * One day, ready for the grid.
   *
   * @param prices prices
   * @param blocks entities
   * @param files the files it was read from, by path; gone once the day was taken
   */
  public record DayInput(PriceDay prices, List<EntityBlock> blocks, Map<String, byte[]> files) {}

  /**
   * Reads everything but the days.
   *
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static SettlementSource open(Path folder) {
    return open(new FolderFiles(folder.toAbsolutePath().normalize()));
  }

  /**
   * Reads everything but the days, from a folder or from what a close keeps.
   *
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static SettlementSource open(InputFiles files) {
    return new SettlementReader(files).source(files);
  }

  private SettlementSource source(InputFiles given) {
    IssueLog log = logOf("settlement.yaml");
    JsonFields f = fields(log);
    String name = f.text("settlement");
    YearMonth month = month(f, log);
    int days = days(f, month, log);
    MarketMode mode = f.choice("mode", MarketMode.class, MarketMode.CENTRALISED);
    int intervals = intervals(f, log);
    boolean fixedWeeks = fixedWeeks(f, log);
    DataRules dataRules = DataRules.of(f, log);
    String published = files.read("rules.yaml").isPresent() ? "rules.yaml" : "";
    RuleBook book = book(f.text("rules", published), f.map("parameters", "parameter"), log);
    f.done();
    unknownFiles(month, log);
    Registry registry = registry(mode);
    throwIfErrors(logs);
    SettlementMonth settled =
        new SettlementMonth(
            name,
            month,
            days,
            mode,
            intervals,
            fixedWeeks,
            new MonthEntities(registry, month).names(),
            points(registry),
            registry.contracts().stream().map(Contract::id).distinct().sorted().toList(),
            book);
    AcceptedData accepted = new AcceptedData(files, "accepted.csv", logOf("accepted.csv"));
    Set<String> registered =
        registry.entities().stream().map(SettlementEntity::id).collect(Collectors.toSet());
    StateBefore state = new StateBefore(files, registered, logOf("before.csv"));
    Map<LocalDate, DayType> dayTypes = DayTypeFile.read(files, logOf(DayTypeFile.NAME));
    Map<Integer, int[][]> curves = curves(settled);
    throwIfErrors(logs);
    return new SettlementSource(
        given,
        files.all(),
        bookPath,
        settled,
        registry,
        dataRules,
        accepted,
        state,
        dayTypes,
        curves);
  }

  private JsonFields fields(IssueLog log) {
    return new JsonFields(
        Yaml.parse(text("settlement.yaml", log), log, "The file starts with 'settlement: name'."),
        "settlement",
        log);
  }

  private static int days(JsonFields f, YearMonth month, IssueLog log) {
    int days = f.integer("days", month.lengthOfMonth());
    if (days < 1 || days > month.lengthOfMonth()) {
      log.add(Rule.FIELD_TYPE, "settlement", "days", days, "Give the days that are settled.");
    }
    return days;
  }

  private static boolean fixedWeeks(JsonFields f, IssueLog log) {
    String weeks = f.text("weeks", "monday");
    if (!WEEKS.contains(weeks)) {
      log.add(Rule.FIELD_TYPE, "settlement", "weeks", weeks, NearestName.advice(weeks, WEEKS));
    }
    return weeks.equals("fixed");
  }

  private static int intervals(JsonFields f, IssueLog log) {
    int intervals = f.integer("intervalsPerDay", 96);
    if (intervals != 24 && intervals != 48 && intervals != 96) {
      log.add(Rule.DAY_LENGTH, "settlement", "intervalsPerDay", intervals, "Give 24, 48 or 96.");
    }
    return intervals;
  }

  private Registry registry(MarketMode mode) {
    RegistryReader reader = new RegistryReader(files, mode);
    Registry registry = reader.read();
    logs.addAll(reader.logs());
    return registry;
  }

  private IssueLog logOf(String file) {
    IssueLog log = new IssueLog(file);
    logs.add(log);
    return log;
  }

  /** A file of a day that no rule reads is a mistake in its name, or in that of its folder. */
  private void unknownFiles(YearMonth month, IssueLog log) {
    Set<String> paths = new HashSet<>(files.paths());
    for (String path : files.paths()) {
      String csv = SeriesPath.csv(path).orElse(path);
      String name = csv.substring(csv.lastIndexOf('/') + 1);
      if (!csv.equals(path) && paths.contains(csv)) {
        log.add(Rule.ONE_SOURCE, path, "file", csv, "Both hold the same series; remove one.");
      } else if (csv.equals(path) && path.endsWith(SeriesTable.SUFFIX) && !path.contains("/")) {
        log.add(
            Rule.FIELD_KNOWN, path, "file", name, "Only series come as Parquet; give it as CSV.");
      } else if (path.startsWith("days/") && !OF_DAY.contains(name)) {
        log.add(Rule.FIELD_KNOWN, path, "file", name, NearestName.advice(name, OF_DAY));
      } else if (path.startsWith("days/") && !ofMonth(path, month)) {
        log.add(
            Rule.FIELD_KNOWN,
            path,
            "folder",
            path.substring(0, path.lastIndexOf('/')),
            "No day reads it; files of a day lie in %s."
                .formatted(InputFiles.ofDay(month.atDay(1), "")));
      }
    }
  }

  /** Whether a file lies in the folder of a day of the month. */
  private static boolean ofMonth(String path, YearMonth month) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return IntStream.rangeClosed(1, month.lengthOfMonth())
        .anyMatch(day -> InputFiles.ofDay(month.atDay(day), "").equals(folder));
  }

  private Map<Integer, int[][]> curves(SettlementMonth month) {
    String path = SeriesPath.of(files, "curves.csv");
    IssueLog log = logOf(path);
    Map<String, Integer> numbers = new HashMap<>();
    month.contracts().forEach(contract -> numbers.put(contract, numbers.size()));
    Map<Integer, int[][]> curves = new HashMap<>();
    SeriesFile.Target target = new CurveTarget(numbers::get, curves, new HashSet<>(), log);
    new SeriesFile(path, month.date(1), month.intervals(), log, target)
        .read(files.read(path), false);
    return curves;
  }

  private String text(String path, IssueLog log) {
    Optional<byte[]> content = files.read(path);
    if (content.isEmpty()) {
      log.add(Rule.FILE_READABLE, "file", "", path, "A settlement folder has it.");
      return "settlement: none";
    }
    return new String(content.get(), StandardCharsets.UTF_8);
  }

  /** The built-in book; a close keeps the one it was made with. */
  private RuleBook builtIn() {
    Optional<byte[]> kept = files.read(RuleBookReader.BUILT_IN);
    if (kept.isEmpty()) {
      String text = RuleBookReader.defaultText();
      files.put(RuleBookReader.BUILT_IN, text.getBytes(StandardCharsets.UTF_8));
      return RuleBookReader.byDefault();
    }
    IssueLog log = new IssueLog(RuleBookReader.BUILT_IN);
    logs.add(log);
    return RuleBookReader.read(new String(kept.get(), StandardCharsets.UTF_8), log);
  }

  private static YearMonth month(JsonFields f, IssueLog log) {
    String text = f.text("month");
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      log.add(Rule.FIELD_TYPE, "settlement", "month", text, "Give a month such as 2026-10.");
      return YearMonth.of(2026, 1);
    }
  }

  private RuleBook book(String file, Map<String, JsonFields> changed, IssueLog log) {
    RuleBook book;
    bookPath = file.isEmpty() ? RuleBookReader.BUILT_IN : file;
    if (file.isEmpty()) {
      book = builtIn();
    } else {
      IssueLog bookLog = new IssueLog(file);
      logs.add(bookLog);
      book = RuleBookReader.read(text(file, bookLog), bookLog);
    }
    Map<String, List<RuleBook.Parameter>> parameters = new LinkedHashMap<>();
    book.parameters()
        .forEach(each -> parameters.computeIfAbsent(each.name(), k -> new ArrayList<>()).add(each));
    changed.forEach(
        (name, f) -> {
          String value = f.text("value");
          List<RuleBook.Parameter> before = parameters.get(name);
          if (before == null || !RuleBookReader.isNumber(value)) {
            log.add(
                Rule.FIELD_KNOWN,
                "parameters",
                name,
                value,
                "Give a number for a parameter of the book.");
          } else {
            String unit = before.get(0).unit();
            parameters.put(
                name, List.of(new RuleBook.Parameter(name, value, unit, Validity.ALWAYS)));
          }
          f.done();
        });
    return new RuleBook(
        book.name(),
        parameters.values().stream().flatMap(List::stream).toList(),
        book.pools(),
        book.charges(),
        book.transfers(),
        book.allocations());
  }

  private static List<String> points(Registry registry) {
    TreeSet<String> points = new TreeSet<>();
    registry.entities().forEach(entity -> points.add(entity.point()));
    registry.contracts().forEach(contract -> points.add(contract.point()));
    registry.rights().forEach(right -> points.add(right.source()));
    registry.rights().forEach(right -> points.add(right.sink()));
    return List.copyOf(points);
  }

  /**
   * Reads days and hands them on in order.
   *
   * @param from first day of the month, from 1
   * @param to last day
   * @param take takes each day once it and the day before it were read
   * @return warnings
   * @throws InvalidInputException with every issue of all days, if there is an error
   */
  public static List<Issue> days(
      SettlementSource source, int from, int to, Consumer<DayInput> take) {
    List<IssueLog> logs = new ArrayList<>();
    DayValues before = from > 1 ? DayReader.read(source, from - 1, new ArrayList<>()) : null;
    for (int first = from; first <= to; first += DAYS_AT_A_TIME) {
      int last = Math.min(to, first + DAYS_AT_A_TIME - 1);
      List<List<IssueLog>> found =
          IntStream.rangeClosed(first, last)
              .mapToObj(day -> (List<IssueLog>) new ArrayList<IssueLog>())
              .toList();
      int start = first;
      List<DayValues> days =
          IntStream.rangeClosed(first, last)
              .parallel()
              .mapToObj(day -> DayReader.read(source, day, found.get(day - start)))
              .toList();
      found.forEach(logs::addAll);
      boolean usable = logs.stream().noneMatch(IssueLog::hasErrors);
      for (DayValues day : days) {
        if (usable) {
          take.accept(
              new DayInput(
                  Objects.requireNonNull(day.prices),
                  new BlockBuilder(source, day, before == null ? null : before.atEnd()).blocks(),
                  day.files));
        }
        day.files.clear();
        before = day;
      }
    }
    throwIfErrors(logs);
    return logs.stream()
        .flatMap(log -> log.issues().stream())
        .filter(issue -> !source.accepted().has(issue))
        .toList();
  }

  /**
   * Metered energy of a day by entity, 0.0001 MWh, positive for what is sold: what can be computed
   * from the files whatever else the day lacks.
   */
  public static Map<String, Long> energy(SettlementSource source, int day) {
    Map<String, Long> energy = new TreeMap<>();
    DayValues values = DayReader.read(source, day, new ArrayList<>());
    for (int e = 0; e < values.records.length; e++) {
      if (values.records[e] != null && DayCompleteness.metered(values.records[e].entityClass())) {
        long sum = 0;
        for (int t = 0; t < values.intervals; t++) {
          sum += values.at(SettlementColumn.METERED, e, t);
        }
        energy.put(values.records[e].id(), sum);
      }
    }
    return energy;
  }

  private static void throwIfErrors(List<IssueLog> logs) {
    if (logs.stream().anyMatch(IssueLog::hasErrors)) {
      throw new InvalidInputException(logs.stream().flatMap(log -> log.issues().stream()).toList());
    }
  }

  /** Where the files of a day lie. */
  public static Path dayFolder(Path folder, LocalDate day) {
    return folder.resolve("days").resolve(day.toString());
  }
}
