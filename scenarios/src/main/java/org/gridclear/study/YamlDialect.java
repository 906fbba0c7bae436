package org.gridclear.study;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What of YAML 1.2 is read: maps, lists, texts, {@code true}, {@code false}, {@code null} and
 * numbers as JSON writes them. Whatever YAML would read as a number, a truth value or nothing, but
 * JSON would not, is refused where it stands, and so are aliases, tags and merge keys; quoted, it
 * is a text.
 */
final class YamlDialect {
  /** The largest document that is looked through, in characters. */
  private static final int CHARACTERS_MAX = 1 << 26;

  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "[-+]?(0[0-9]+(\\.[0-9]*)?|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*(\\.[0-9_]*)?"
              + "|\\.[0-9_]+([eE][-+]?[0-9]+)?|[0-9]+\\.([eE][-+]?[0-9]+)?"
              + "|\\.(inf|Inf|INF|nan|NaN|NAN))|\\+[0-9][0-9_]*(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
  private static final Pattern OTHER_WORD = Pattern.compile("~|True|TRUE|False|FALSE|Null|NULL");

  private final IssueLog log;
  // Of every open collection, whether the next scalar in it is a key; a list never has one.
  private final Deque<boolean[]> keyNext = new ArrayDeque<>();

  private YamlDialect(IssueLog log) {
    this.log = log;
  }

  /**
   * Reports everything in a text that is not well-formed or not read; says whether there was any.
   */
  static boolean refuses(String text, IssueLog log) {
    int before = log.count();
    YamlDialect dialect = new YamlDialect(log);
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(CHARACTERS_MAX).build();
    try {
      new Parse(settings).parseString(text).forEach(dialect::take);
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark()
              .map(mark -> "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse("document");
      log.add(Rule.SYNTAX, where, "", e.getProblem(), "Indent with spaces, close what is opened.");
    }
    return log.count() > before;
  }

  private void take(Event event) {
    if (event instanceof CollectionEndEvent) {
      keyNext.pop();
      return;
    }
    boolean node =
        event instanceof ScalarEvent
            || event instanceof AliasEvent
            || event instanceof CollectionStartEvent;
    if (!node) {
      return;
    }
    boolean key = !keyNext.isEmpty() && keyNext.peek().length == 1 && keyNext.peek()[0];
    if (!keyNext.isEmpty() && keyNext.peek().length == 1) {
      keyNext.peek()[0] = !key;
    }
    if (event instanceof AliasEvent alias) {
      refuse(event, "*" + alias.getAlias(), "Write out what the alias stands for.");
    } else if (event instanceof CollectionStartEvent start) {
      start.getTag().ifPresent(tag -> refuse(event, tag, "Leave out the tag."));
      keyNext.push(start instanceof MappingStartEvent ? new boolean[] {true} : new boolean[0]);
    } else if (event instanceof ScalarEvent scalar) {
      scalar(scalar, key);
    }
  }

  private void scalar(ScalarEvent scalar, boolean key) {
    String value = scalar.getValue();
    scalar.getTag().ifPresent(tag -> refuse(scalar, tag, "Leave out the tag."));
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return;
    }
    if (key && value.equals("<<")) {
      refuse(scalar, value, "Merge keys are not read; write the fields out.");
    } else if (!key && OTHER_NUMBER.matcher(value).matches()) {
      refuse(
          scalar,
          value,
          "Write a number in decimal as JSON does (31, 1000, 0.5), or quote a text.");
    } else if (!key && OTHER_WORD.matcher(value).matches()) {
      refuse(scalar, value, "Write true, false or null, or quote a text.");
    }
  }

  private void refuse(Event event, String value, String advice) {
    String where =
        event
            .getStartMark()
            .map(mark -> "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
            .orElse("document");
    log.add(Rule.SYNTAX, where, "", value, advice);
  }
}
