package org.gridclear.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * Collects the issues of one file; rules that are out of effect are not collected. Notices of one
 * kind are one issue with the count of their elements.
 */
public final class IssueLog {
  private final String file;
  private final Set<Rule> rulesOff;
  private final List<Issue> issues = new ArrayList<>();
  private final Map<NoticeKey, Notice> notices = new LinkedHashMap<>();

  private record NoticeKey(Rule rule, String kind, String field, String effect) {}

  private record Notice(@Nullable String firstId, String firstValue, int count) {}

  /**
   * An empty log.
   *
   * @param file name of the file, as it shall appear in messages
   * @param rulesOff rules out of effect; those that are not switchable stay in effect
   */
  public IssueLog(String file, Set<Rule> rulesOff) {
    this.file = file;
    this.rulesOff = Set.copyOf(rulesOff);
  }

  /** A log with every rule in effect. */
  public IssueLog(String file) {
    this(file, Set.of());
  }

  /** Name of the file, as it appears in messages. */
  public String file() {
    return file;
  }

  /** Adds an issue, unless its rule is out of effect. */
  public void add(Rule rule, String element, String field, @Nullable Object value, String advice) {
    if (!rule.switchable() || !rulesOff.contains(rule)) {
      issues.add(new Issue(rule, file, element, field, String.valueOf(value), advice));
    }
  }

  /**
   * Notes that a field of an element is not used, or how it is taken. Elements of one kind with the
   * same field and effect make one issue.
   *
   * @param rule of severity NOTICE
   * @param kind kind of the element, such as {@code bus}
   * @param id id of the element; "" where there is only one of its kind
   * @param field which field of it
   * @param value what it holds
   * @param effect what is done with it, a sentence
   */
  public void notice(Rule rule, String kind, String id, String field, Object value, String effect) {
    if (rule.severity() != Severity.NOTICE) {
      throw new IllegalArgumentException("The rule (%s) is no notice.".formatted(rule.id()));
    }
    notices.merge(
        new NoticeKey(rule, kind, field, effect),
        new Notice(id, String.valueOf(value), 1),
        (first, next) -> new Notice(first.firstId(), first.firstValue(), first.count() + 1));
  }

  /**
   * Adds an issue if an element refers to something that there is not, with the nearest that is.
   *
   * @param element what refers
   * @param field which field of it
   * @param id what it refers to
   * @param known what there is
   */
  public void reference(String element, String field, String id, Collection<String> known) {
    if (!known.contains(id)) {
      add(Rule.REFERENCE_EXISTS, element, field, id, NearestName.advice(id, known));
    }
  }

  /** Adds an issue for the first power of a series that no grid has, or that is no number. */
  void power(String element, String field, Series mw) {
    for (int t = 0; t < mw.size(); t++) {
      if (!(Math.abs(mw.at(t)) <= Rule.POWER_MOST_MW)) {
        add(
            Double.isFinite(mw.at(t)) ? Rule.POWER_POSSIBLE : Rule.NUMBER_FINITE,
            element,
            field + " in period " + (t + 1),
            mw.at(t),
            Rule.POWER_ADVICE);
        return;
      }
    }
  }

  /** All issues so far: errors and warnings in the order in which they were found, then notices. */
  public List<Issue> issues() {
    List<Issue> all = new ArrayList<>(issues);
    notices.forEach((key, notice) -> all.add(issue(key, notice)));
    return List.copyOf(all);
  }

  private Issue issue(NoticeKey key, Notice notice) {
    String element = (key.kind() + " " + notice.firstId()).strip();
    if (notice.count() > 1) {
      element += " and %d more".formatted(notice.count() - 1);
    }
    return new Issue(key.rule(), file, element, key.field(), notice.firstValue(), key.effect());
  }

  /** Number of errors and warnings so far. */
  public int count() {
    return issues.size();
  }

  /** Whether a breach of this rule was found. */
  public boolean has(Rule rule) {
    return issues().stream().anyMatch(issue -> issue.rule() == rule);
  }

  /** Whether an error was found. */
  public boolean hasErrors() {
    return issues.stream().anyMatch(issue -> issue.rule().severity() == Severity.ERROR);
  }

  /** Throws all issues at once if one of them is an error. */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidInputException(issues());
    }
  }
}
