package org.gridclear.settlement.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.ChargeRule.Over;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.RuleBook.Pool;
import org.gridclear.settlement.rule.TransferRule;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Reads a book of rules, YAML (docs/settlement.md). */
public final class RuleBookReader {
  private static final Set<String> ACCOUNTS =
      Set.of(
          "energy",
          "ancillary",
          "transmission",
          "deviation",
          "resettlement",
          "assessment",
          "surplus",
          "capacity",
          "demandResponse",
          "memberService",
          "government");

  /** Path under which a close keeps the built-in book that it was made with. */
  public static final String BUILT_IN = "built-in/spot-rules.yaml";

  private final IssueLog log;

  private RuleBookReader(IssueLog log) {
    this.log = log;
  }

  /** The default book. */
  public static RuleBook byDefault() {
    IssueLog log = new IssueLog("spot-rules.yaml");
    RuleBook book = read(defaultText(), log);
    log.throwIfErrors();
    return book;
  }

  /** The text of the default book. */
  public static String defaultText() {
    return text("spot-rules.yaml");
  }

  /** The text of the book of a city's small plants and customers. */
  public static String cityText() {
    return text("city-rules.yaml");
  }

  private static String text(String name) {
    try (InputStream in = RuleBookReader.class.getResourceAsStream("/settlement/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a book.
   *
   * @param name what it is called in messages
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public static RuleBook read(String text, String name) {
    IssueLog log = new IssueLog(name);
    RuleBook book = read(text, log);
    log.throwIfErrors();
    return book;
  }

  /** Reads a book; issues go to the log. */
  public static RuleBook read(String text, IssueLog log) {
    return new RuleBookReader(log).book(text);
  }

  /** Whether a text is a number that a parameter can have. */
  public static boolean isNumber(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,12})?");
  }

  private RuleBook book(String text) {
    JsonFields f =
        new JsonFields(Yaml.parse(text, log, "A book starts with 'book: name'."), "book", log);
    String name = f.text("book");
    List<RuleBook.Parameter> parameters = new ArrayList<>();
    f.map("parameters", "parameter")
        .forEach((key, value) -> parameters.addAll(parameters(key, value)));
    List<Pool> pools = f.objects("pools", "pool").stream().map(this::pool).toList();
    List<ChargeRule> charges = f.objects("charges", "charge").stream().map(this::charge).toList();
    List<TransferRule> transfers =
        f.objects("transfers", "transfer").stream().map(this::transfer).toList();
    List<AllocationRule> allocations =
        f.objects("allocations", "allocation").stream().map(this::allocation).toList();
    f.done();
    return new RuleBook(name, parameters, pools, charges, transfers, allocations);
  }

  /** One value, or values with dates that do not overlap. */
  private List<RuleBook.Parameter> parameters(String name, JsonFields f) {
    String unit = f.text("unit");
    List<RuleBook.Parameter> all = new ArrayList<>();
    if (f.has("values")) {
      for (JsonFields each : f.objects("values", "value of " + name)) {
        RuleBook.Parameter next = parameter(name, unit, each);
        if (all.stream().anyMatch(other -> other.validity().overlaps(next.validity()))) {
          log.add(
              Rule.RECORDS_APART,
              f.element(),
              "effectiveFrom",
              next.validity().from(),
              "End the value before, or start this one later.");
        }
        all.add(next);
        each.done();
      }
    } else {
      all.add(parameter(name, unit, f));
    }
    f.done();
    return all;
  }

  private RuleBook.Parameter parameter(String name, String unit, JsonFields f) {
    String value = f.text("value");
    if (!isNumber(value)) {
      log.add(Rule.FIELD_TYPE, f.element(), "value", value, "Give a decimal number as a text.");
      value = "0";
    }
    return new RuleBook.Parameter(name, value, unit, validity(f));
  }

  private Pool pool(JsonFields f) {
    Pool pool =
        new Pool(f.text("pool"), label(f), f.choice("kind", Pool.Kind.class, Pool.Kind.SHARED));
    f.done();
    return pool;
  }

  private ChargeRule charge(JsonFields f) {
    Over over = f.choice("over", Over.class, Over.ENTITY);
    ChargeRule rule =
        new ChargeRule(
            f.text("item"),
            label(f),
            account(f),
            over,
            f.texts("classes"),
            modes(f),
            f.flag("enabled", true),
            f.choice("grain", Grain.class, Grain.INTERVAL),
            f.choice("roundAt", Grain.class, Grain.INTERVAL),
            f.text("quantity", ""),
            f.text("amount"),
            f.text("pool"),
            validity(f));
    if (rule.roundAt() != Grain.INTERVAL
        && (over != Over.ENTITY || rule.grain() != Grain.INTERVAL)) {
      log.add(
          Rule.RULE_COMPUTABLE,
          f.element() + " " + rule.item(),
          "roundAt",
          rule.roundAt(),
          "Only lines of intervals of entities are rounded later than at once.");
    }
    f.done();
    return rule;
  }

  private TransferRule transfer(JsonFields f) {
    String from = f.text("from");
    TransferRule rule =
        new TransferRule(
            f.text("name"), from, f.text("to"), modes(f), f.text("amount"), Validity.ALWAYS);
    f.done();
    return rule;
  }

  private AllocationRule allocation(JsonFields f) {
    String to = f.text("to", "");
    boolean shares = to.isEmpty();
    AllocationRule rule =
        new AllocationRule(
            shares ? f.text("item") : "",
            label(f),
            shares ? account(f) : "",
            f.text("pool"),
            to,
            f.choice("over", Over.class, Over.ENTITY),
            f.texts("classes"),
            f.flag("enabled", true),
            portion(f),
            f.choice("period", Grain.class, Grain.DAY),
            shares ? f.text("driver") : "",
            f.flag("cap", false),
            f.text("keep", ""),
            f.flag("toGrid", false),
            validity(f));
    f.done();
    return rule;
  }

  private long portion(JsonFields f) {
    String text = f.text("portion", "0");
    try {
      long portion = FixedPoint.parse(text, 4);
      if (portion >= 0 && portion <= 10_000) {
        return portion;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // reported below
    }
    log.add(Rule.FIELD_TYPE, f.element(), "portion", text, "Give a share of 0 to 1, 4 decimals.");
    return 0;
  }

  private static Label label(JsonFields f) {
    if (!f.has("name")) {
      return new Label("", "");
    }
    JsonFields name = f.object("name", f.element());
    Label label = new Label(name.text("en"), name.text("zh"));
    name.done();
    return label;
  }

  private String account(JsonFields f) {
    String account = f.text("account");
    if (!ACCOUNTS.contains(account)) {
      log.add(
          Rule.FIELD_TYPE, f.element(), "account", account, NearestName.advice(account, ACCOUNTS));
    }
    return account;
  }

  private List<MarketMode> modes(JsonFields f) {
    List<MarketMode> modes = new ArrayList<>();
    for (String text : f.texts("modes")) {
      try {
        modes.add(MarketMode.valueOf(text.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        log.add(Rule.FIELD_TYPE, f.element(), "modes", text, "Give centralised or decentralised.");
      }
    }
    return modes;
  }

  private Validity validity(JsonFields f) {
    LocalDate from = date(f, "effectiveFrom");
    LocalDate to = date(f, "effectiveTo");
    if (from != null && to != null && to.isBefore(from)) {
      log.add(
          Rule.RECORDS_APART,
          f.element(),
          "effectiveTo",
          to,
          "The last day is not before the first; it would hold on no day.");
    }
    return new Validity(from, to);
  }

  private @Nullable LocalDate date(JsonFields f, String name) {
    String text = f.text(name, "");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      log.add(Rule.FIELD_TYPE, f.element(), name, text, "Give a date such as 2026-10-01.");
      return null;
    }
  }
}
