package org.gridclear.cli.casefile;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear validate FILE}: every issue of a file at once. */
@Command(
    name = "validate",
    description = "Check a case file, a network file or a study and print every issue.")
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private PrintOption print;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file to check; - for standard input.")
  private String file;

  @Option(
      names = "--rule-off",
      paramLabel = "ID",
      split = ",",
      description = "Put a rule out of effect, such as NET-06.")
  private List<String> rulesOff = new ArrayList<>();

  @Option(
      names = "--market",
      paramLabel = "DIR",
      description = "A market, whose rules out of effect are so here (gridclear checks).")
  private Path market;

  @Option(names = "--rules", description = "List all rules and stop.")
  private boolean listRules;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (listRules) {
      for (Rule rule : Rule.values()) {
        out.println(
            "%s %-7s %s %s"
                .formatted(
                    rule.id(),
                    rule.severity(),
                    rule.switchable() ? "can be off" : "always on ",
                    rule.text()));
      }
      out.flush();
      return ExitCodes.DONE;
    }
    if (file == null) {
      throw new IllegalArgumentException("Name the FILE to check, or use --rules.");
    }
    if (print.json()) {
      return printAsData(out);
    }
    List<Issue> remarks = remarks();
    strict.check(remarks, out);
    List<String> warnings = Issue.lines(remarks, Severity.WARNING);
    List<String> notices = Issue.lines(remarks, Severity.NOTICE);
    out.println(
        "%s: no errors, %d warning(s), %d notice(s)."
            .formatted(file, warnings.size(), notices.size()));
    out.flush();
    return ExitCodes.DONE;
  }

  private List<Issue> remarks() {
    if (file.equals(StandardStreams.DASH)) {
      return remarksOfInput();
    }
    return file.endsWith(".yaml") || file.endsWith(".yml")
        ? ofStudy(StudyReader.read(Path.of(file)))
        : CaseFiles.load(file, Path.of(""), off()).log().issues();
  }

  /** Standard input is a study where it is neither a case in JSON nor MATPOWER text. */
  private List<Issue> remarksOfInput() {
    byte[] bytes = StandardStreams.read();
    boolean ofCase =
        StandardStreams.isMatpower(bytes)
            || StandardStreams.isJson(bytes) && !StudyReader.isStudy(bytes);
    return ofCase
        ? StandardStreams.load(bytes, off()).log().issues()
        : ofStudy(StudyReader.readInput(new String(bytes, StandardCharsets.UTF_8)));
  }

  private List<Issue> ofStudy(StudyDefinition study) {
    if (market != null || !rulesOff.isEmpty()) {
      throw new IllegalArgumentException(
          "--rule-off and --market are for a case or network: a study says rulesOff at its base.");
    }
    return study.remarks();
  }

  /** Every issue as an object, those that refuse the file too. */
  private int printAsData(PrintWriter out) {
    List<Issue> issues;
    boolean refused = false;
    try {
      issues = remarks();
      strict.check(issues, new PrintWriter(PrintWriter.nullWriter()));
    } catch (InvalidInputException e) {
      issues = e.issues();
      refused = true;
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Issue issue : issues) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("severity", issue.rule().severity());
      row.put("rule", issue.rule().id());
      row.put("ruleText", issue.rule().text());
      row.put("file", issue.file());
      row.put("element", issue.element());
      row.put("field", issue.field());
      row.put("value", issue.value());
      row.put("advice", issue.advice());
      rows.add(row);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("file", file);
    answer.put("accepted", !refused);
    answer.put("issues", rows);
    PrintOption.print(answer, out);
    return refused ? ExitCodes.BAD_INPUT : ExitCodes.DONE;
  }

  private Set<Rule> off() {
    Set<Rule> off = Rule.off(rulesOff);
    if (market != null) {
      off.addAll(CheckSets.rulesOff(market, Instant.now()));
    }
    return off;
  }
}
