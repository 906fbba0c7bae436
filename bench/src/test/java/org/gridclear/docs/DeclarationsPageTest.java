package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.io.declaration.DeclarationForm;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.io.declaration.ParametersReader;
import org.gridclear.io.declaration.SubmittedForms;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.check.DeclarationCheck;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.junit.jupiter.api.Test;

/** The examples and the rules of declarations on the page of the market. */
class DeclarationsPageTest {
  private static String page() throws IOException {
    return Files.readString(Path.of(System.getProperty("gridclear.root"), "docs", "market.md"));
  }

  private static byte[] block(String page, String language, int number) {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    for (int n = 0; n <= number; n++) {
      assertTrue(block.find());
    }
    return block.group(1).getBytes(StandardCharsets.UTF_8);
  }

  private static SubmittedForms read(byte[] content) {
    SubmittedForms forms = DeclarationReader.read(content);
    assertEquals(List.of(), forms.objections());
    return forms;
  }

  @Test
  void theExamplesMeetTheRulesAndNameEveryKind() throws IOException {
    String part = page().substring(page().indexOf("### A complete example"));
    DeclarationParameters parameters = ParametersReader.read(block(part, "jsonc", 0));
    SubmittedForms json = read(block(part, "jsonc", 1));
    int periods = parameters.periodCount(LocalDate.of(2026, 12, 1), ZoneId.of("Asia/Shanghai"));
    Set<String> kinds = new TreeSet<>();
    for (DeclarationForm form : json.forms()) {
      assertEquals(List.of(), form.objections());
      Terms terms = form.terms().orElseThrow();
      UnitKind kind = List.of(UnitKind.values()).stream().filter(terms::fits).findFirst().get();
      RegisteredUnit unit =
          new RegisteredUnit(
              form.unit(),
              form.unit(),
              kind,
              json.member(),
              OptionalLong.empty(),
              OptionalLong.of(3_000_000));
      assertEquals(
          List.of(), new DeclarationCheck(parameters, unit, periods).objections(terms, Set.of()));
      kinds.add(terms.kind());
    }
    kinds.add("withdrawal");
    assertEquals(new TreeSet<>(DeclarationReader.kinds()), kinds);
    SubmittedForms csv = read(block(part, "csv", 0));
    for (DeclarationForm form : csv.forms()) {
      assertTrue(
          form.objections().stream()
              .allMatch(each -> each.place().contains("starts") || each.place().contains("ramp")),
          form.objections().toString());
    }
    assertEquals(json.forms().get(1).terms(), csv.forms().get(1).terms());
  }

  @Test
  void everyRuleIsOnThePage() throws IOException {
    for (DeclarationRule rule : DeclarationRule.values()) {
      String row =
          "| %s | %s | %s |"
              .formatted(rule.id(), rule.refuses() ? "refuses" : "notice", rule.text());
      assertTrue(page().contains(row), row);
    }
  }
}
