package org.gridclear.market.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.NamelessCase;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a case, a network or a study.
 *
 * @param rulesOff ids of rules that are put out of effect, of a case or network
 * @param market a market whose rules out of effect are so here, too; null for none
 */
public record InputCheck(List<String> rulesOff, @Nullable Path market) {
  public InputCheck {
    rulesOff = List.copyOf(rulesOff);
  }

  /**
   * Warnings and notices about a file.
   *
   * @throws org.gridclear.validate.InvalidInputException with every issue, if it cannot be used
   */
  public List<Issue> ofFile(String file) {
    return file.endsWith(".yaml") || file.endsWith(".yml")
        ? ofStudy(StudyReader.read(Path.of(file)))
        : CaseFiles.load(file, Path.of(""), off()).log().issues();
  }

  /**
   * Warnings and notices about what no file has: a study where it is neither a case in JSON nor
   * MATPOWER text.
   *
   * @throws org.gridclear.validate.InvalidInputException with every issue, if it cannot be used
   */
  public List<Issue> ofBytes(byte[] bytes) {
    boolean ofCase =
        NamelessCase.isMatpower(bytes) || NamelessCase.isJson(bytes) && !StudyReader.isStudy(bytes);
    return ofCase
        ? NamelessCase.load(bytes, off()).log().issues()
        : ofStudy(StudyReader.readInput(new String(bytes, StandardCharsets.UTF_8)));
  }

  private List<Issue> ofStudy(StudyDefinition study) {
    if (market != null || !rulesOff.isEmpty()) {
      throw new IllegalArgumentException(
          "--rule-off and --market are for a case or network: a study says rulesOff at its base.");
    }
    return study.remarks();
  }

  private Set<Rule> off() {
    Set<Rule> off = Rule.off(rulesOff);
    if (market != null) {
      off.addAll(CheckSets.rulesOff(market, Instant.now()));
    }
    return off;
  }
}
