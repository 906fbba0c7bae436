package org.gridclear.scenario.settlement;

import java.io.IOException;
import java.nio.file.Files;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridclear.io.JsonFields;
import org.gridclear.member.Contract;
import org.gridclear.member.MarketMode;
import org.gridclear.member.Registry;
import org.gridclear.member.RuleBook;
import org.gridclear.member.SettlementEntity;
import org.gridclear.scenario.Yaml;
import org.gridclear.scenario.resolved.EntityBlock;
import org.gridclear.scenario.resolved.PriceDay;
import org.gridclear.scenario.resolved.SettlementMonth;
import org.gridclear.scenario.resolved.SettlementMonth.EntityName;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads a settlement folder (docs/formats.md). */
public final class SettlementReader {
  private static final int DAYS_AT_A_TIME = 4;

  private final Path folder;
  private final List<IssueLog> logs = new ArrayList<>();

  private SettlementReader(Path folder) {
    this.folder = folder;
  }

  /** One day, ready for the grid. */
  public record DayInput(PriceDay prices, List<EntityBlock> blocks) {}

  /**
   * Reads everything but the days.
   *
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static SettlementSource open(Path folder) {
    return new SettlementReader(folder.toAbsolutePath().normalize()).open();
  }

  private SettlementSource open() {
    IssueLog log = new IssueLog("settlement.yaml");
    logs.add(log);
    JsonFields f =
        new JsonFields(
            Yaml.parse(
                text(folder.resolve("settlement.yaml"), log),
                log,
                "The file starts with 'settlement: name'."),
            "settlement",
            log);
    String name = f.text("settlement");
    YearMonth month = month(f, log);
    int days = f.integer("days", month.lengthOfMonth());
    if (days < 1 || days > month.lengthOfMonth()) {
      log.add(Rule.FIELD_TYPE, "settlement", "days", days, "Give the days that are settled.");
    }
    MarketMode mode = f.choice("mode", MarketMode.class, MarketMode.CENTRALISED);
    int intervals = f.integer("intervalsPerDay", 96);
    if (intervals != 24 && intervals != 48 && intervals != 96) {
      log.add(Rule.DAY_LENGTH, "settlement", "intervalsPerDay", intervals, "Give 24, 48 or 96.");
    }
    boolean fixedWeeks = f.text("weeks", "monday").equals("fixed");
    DataRules dataRules = DataRules.of(f, log);
    String published = Files.isReadable(folder.resolve("rules.yaml")) ? "rules.yaml" : "";
    RuleBook book = book(f.text("rules", published), f.map("parameters", "parameter"), log);
    f.done();
    RegistryReader registryReader = new RegistryReader(folder);
    Registry registry = registryReader.read();
    logs.addAll(registryReader.logs());
    throwIfErrors(logs);
    SettlementMonth settled =
        new SettlementMonth(
            name,
            month,
            days,
            mode,
            intervals,
            fixedWeeks,
            entities(registry, month),
            points(registry),
            registry.contracts().stream().map(Contract::id).distinct().sorted().toList(),
            book);
    AcceptedData accepted = new AcceptedData(folder.resolve("accepted.csv"), logOf("accepted.csv"));
    Map<Integer, int[][]> curves = curves(settled);
    throwIfErrors(logs);
    return new SettlementSource(folder, settled, registry, dataRules, accepted, curves, List.of());
  }

  private IssueLog logOf(String file) {
    IssueLog log = new IssueLog(file);
    logs.add(log);
    return log;
  }

  private Map<Integer, int[][]> curves(SettlementMonth month) {
    IssueLog log = logOf("curves.csv");
    Map<String, Integer> numbers = new HashMap<>();
    month.contracts().forEach(contract -> numbers.put(contract, numbers.size()));
    Map<Integer, int[][]> curves = new HashMap<>();
    SeriesFile.Target target = new CurveTarget(numbers::get, curves, log);
    Path file = folder.resolve("curves.csv");
    new SeriesFile(file, month.date(1), month.intervals(), log, target, new HashSet<>())
        .read(false);
    return curves;
  }

  private static String text(Path file, IssueLog log) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      log.add(Rule.FILE_READABLE, "file", "", file.getFileName(), "A settlement folder has it.");
      return "settlement: none";
    }
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
    if (file.isEmpty()) {
      book = RuleBookReader.byDefault();
    } else {
      IssueLog bookLog = new IssueLog(file);
      logs.add(bookLog);
      book = RuleBookReader.read(text(folder.resolve(file), bookLog), bookLog);
    }
    Map<String, RuleBook.Parameter> parameters = new LinkedHashMap<>();
    book.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
    changed.forEach(
        (name, f) -> {
          String value = f.text("value");
          RuleBook.Parameter before = parameters.get(name);
          if (before == null || !RuleBookReader.isNumber(value)) {
            log.add(
                Rule.FIELD_KNOWN,
                "parameters",
                name,
                value,
                "Give a number for a parameter of the book.");
          } else {
            parameters.put(name, new RuleBook.Parameter(name, value, before.unit()));
          }
          f.done();
        });
    return new RuleBook(
        book.name(),
        List.copyOf(parameters.values()),
        book.pools(),
        book.charges(),
        book.transfers(),
        book.allocations());
  }

  private static List<EntityName> entities(Registry registry, YearMonth month) {
    Map<String, String> memberNames = new TreeMap<>();
    registry.members().forEach(member -> memberNames.put(member.id(), member.name()));
    Map<String, EntityName> names = new TreeMap<>();
    for (SettlementEntity entity : registry.entities()) {
      boolean inMonth =
          IntStream.rangeClosed(1, month.lengthOfMonth())
              .mapToObj(month::atDay)
              .anyMatch(entity.validity()::on);
      if (inMonth) {
        names.put(
            entity.id(),
            new EntityName(
                entity.id(),
                entity.name(),
                entity.member(),
                memberNames.get(entity.member()),
                entity.entityClass().label()));
      }
    }
    return List.copyOf(names.values());
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
    DayValues before = from > 1 ? source.read(from - 1, new ArrayList<>()) : null;
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
              .mapToObj(day -> source.read(day, found.get(day - start)))
              .toList();
      found.forEach(logs::addAll);
      boolean usable = logs.stream().noneMatch(IssueLog::hasErrors);
      for (DayValues day : days) {
        if (usable) {
          take.accept(new DayInput(day.prices, new BlockBuilder(source, day, before).blocks()));
        }
        before = day;
      }
    }
    throwIfErrors(logs);
    return logs.stream()
        .flatMap(log -> log.issues().stream())
        .filter(issue -> !source.accepted().has(issue))
        .toList();
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
