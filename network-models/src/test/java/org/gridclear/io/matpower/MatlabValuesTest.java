package org.gridclear.io.matpower;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes, precedence, indices and functions as MATLAB's manual has them. */
class MatlabValuesTest {
  private static MatlabValue value(String text) {
    return MatlabProgram.run(text).get("x");
  }

  private static String shown(double[][] rows) {
    StringBuilder text = new StringBuilder();
    for (double[] row : rows) {
      text.append(text.isEmpty() ? "" : "; ");
      for (int c = 0; c < row.length; c++) {
        boolean whole = row[c] == Math.rint(row[c]) && Double.isFinite(row[c]);
        text.append(c == 0 ? "" : " ");
        text.append(whole ? String.valueOf((long) row[c]) : String.valueOf(row[c]));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 ^ 2 | 19",
        "-3 ^ 2 * 2 | -18",
        "2 ^ -2 ^ 2 | 0.0625",
        "2 ^ +3 | 8",
        "10 - 4 - 3 | 3",
        "24 / 4 / 3 | 2",
        "1 : 3 + 1 | 1 2 3 4",
        "2 * 1 : 3 | 2 3",
        "1 : 0 | ''",
        "3 : -1 : 1 | 3 2 1",
        "5 : -2 : 0 | 5 3 1",
        "1 : 2 : 6 | 1 3 5",
        "0 : 0.25 : 0.5 | 0 0.25 0.5",
        "1 < 2 == 1 | 1",
        "3 == 3 & 2 > 1 | 1",
        "~1 == 0 | 1",
        "~[1 0 2] | 0 1 0",
        "-[1 -2] | -1 2",
        "- - 2 | 2",
        "[1 2 3]' | 1; 2; 3",
        "[1 2; 3 4].' | 1 3; 2 4",
        "[1 2]'' | 1 2",
        "2' | 2",
        "[1 2]' * 2 | 2; 4",
        "[2 4] ./ [1 2] | 2 2",
        "[1 2] .* [3; 4] | 3 6; 4 8",
        "[1 2; 3 4] - [1 1] | 0 1; 2 3",
        "[1 2; 3 4] - [1; 2] | 0 1; 1 2",
        "2 .^ [1 2 3] | 2 4 8",
        "[1 2] .^ [3 2] | 1 4",
        "1 ./ [1 2 4] | 1 0.5 0.25",
        "1./[1 2 4] | 1 0.5 0.25",
        "2.^[1 2] | 2 4",
        "3.*[1 2] | 3 6",
        "4.' | 4",
        "2.5.*[2 4] | 5 10",
        "[1 2] * 3 | 3 6",
        "3 * [1 2] | 3 6",
        "[2 4] / 2 | 1 2",
        "[1 - 2] | -1",
        "[1 -2] | 1 -2",
        "[1 , -2] | 1 -2",
        "[1 - 2 3] | -1 3",
        "[(1 + 1) (2)] | 2 2",
        "[1 2' 3] | 1 2 3",
        "[1:3; 4:6] | 1 2 3; 4 5 6",
        "[[1 2]; [3 4]] | 1 2; 3 4",
        "[[1; 2] [3; 4]] | 1 3; 2 4",
        "[[] 1] | 1",
        "[1 [] 2; [] 3 4] | 1 2; 3 4",
        "[~0 ~1] | 1 0",
        "[1 > 0, 2 > 3] | 1 0",
        "[3 + 1, 2 * 2] | 4 4",
        "1e2 + 1E-1 + 1D1 | 110.1",
        ".5 + 5. | 5.5",
        "Inf - 1 | Infinity",
        "-inf | -Infinity",
        "NaN | NaN",
      })
  void anExpressionIsWhatMatlabMakesOfIt(String expression, String expected) {
    MatlabValue found = value("x = " + expression + ";");
    assertEquals(expected, shown(found.asRows()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {"0 | 1 & 0 ! 0", "1 || 0 && 0 ! 1", "0 & 0 | 1 ! 1", "[0 | 1, 1 & 0] ! 1 0"})
  void andHoldsBeforeOr(String expression, String expected) {
    assertEquals(expected, shown(value("x = " + expression + ";").asRows()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floor(-1.5) | -2",
        "ceil(-1.5) | -1",
        "fix(1.7) | 1",
        "round(2.5) | 3",
        "round(-0.4) | 0",
        "sign([-3 0 2]) | -1 0 1",
        "abs([-3 2]) | 3 2",
        "mod(5, -3) | -1",
        "mod(-5, 3) | 1",
        "mod(5, 0) | 5",
        "mod([5 6 7], 3) | 2 0 1",
        "rem(5, -3) | 2",
        "rem(-5, 3) | -2",
        "max(2, [1 3]) | 2 3",
        "min(2, [1 3]) | 1 2",
        "max([1 5; 7 2]) | 7 5",
        "min([1 5; 7 2]) | 1 2",
        "max([3; 9; 4]) | 9",
        "max([NaN 3 1]) | 3",
        "max([1 NaN 3]) | 3",
        "min([2 NaN]) | 2",
        "max(NaN, 2) | 2",
        "min(2, NaN) | 2",
        "max([NaN NaN]) | NaN",
        "sum([1 2; 3 4]) | 4 6",
        "sum([1 2 3]) | 6",
        "sum([1; 2; 3]) | 6",
        "sum([]) | 0",
        "prod([2 3; 4 5]) | 8 15",
        "prod([]) | 1",
        "any([0 0; 0 2]) | 0 1",
        "all([1 0; 1 2]) | 1 0",
        "any([]) | 0",
        "all([]) | 1",
        "zeros(2) | 0 0; 0 0",
        "zeros(1, 3) | 0 0 0",
        "ones([2 1]) | 1; 1",
        "ones([2; 3]) | 1 1 1; 1 1 1",
        "zeros(-1, 2) | ''",
        "size([1 2 3; 4 5 6]) | 2 3",
        "size([1 2 3], 1) | 1",
        "size([1 2 3], 2) | 3",
        "size([1 2 3], 3) | 1",
        "length([1 2; 3 4; 5 6]) | 3",
        "length([]) | 0",
        "numel([1 2; 3 4]) | 4",
        "isempty([]) | 1",
        "isempty(0) | 0",
        "isinf([1 Inf -Inf NaN]) | 0 1 1 0",
        "isnan([1 NaN]) | 0 1",
        "isfinite([1 Inf NaN]) | 1 0 0",
        "find([0 3 0 4]) | 2 4",
        "find([0; 3; 4]) | 2; 3",
        "find([0 1; 1 1]) | 2; 3; 4",
        "true + true | 2",
        "false | 0",
        "power(2, 3) | 8",
        "hypot(3, 4) | 5",
        "atan2(0, 1) | 0",
        "exp(0) + log(1) | 1",
        "sqrt([4 9]) | 2 3",
        "rad2deg(pi) | 180",
        "eps * 2 ^ 52 | 1",
      })
  void aFunctionIsWhatMatlabsManualSays(String expression, String expected) {
    assertEquals(expected, shown(value("x = " + expression + ";").asRows()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = a(2, 3); | 6",
        "x = a(5); | 3",
        "x = a(2, :); | 4 5 6",
        "x = a(:, 2); | 2; 5",
        "x = a(:, [3 1]); | 3 1; 6 4",
        "x = a([2 2], 1); | 4; 4",
        "x = a(end, 1); | 4",
        "x = a(1, end); | 3",
        "x = a(end - 1); | 3",
        "x = a(1, end - 1:end); | 2 3",
        "x = a(:)'; | 1 4 2 5 3 6",
        "x = a([1 2 3]); | 1 4 2",
        "x = a([1; 2]); | 1; 4",
        "x = a(a > 2); | 4; 5; 3; 6",
        "x = a(a > 9); | ''",
        "x = a([true false], :); | 1 2 3",
        "x = a(:, a(1, :) > 1); | 2 3; 5 6",
        "v = [7 8 9]; x = v([1; 3]); | 7 9",
        "v = [7; 8; 9]; x = v([1 3]); | 7; 9",
        "v = [7 8 9]; x = v(v > 7); | 8 9",
        "s = 5; x = s(1); | 5",
        "a(1, 2) = 9; x = a; | 1 9 3; 4 5 6",
        "a(:, 1) = 0; x = a; | 0 2 3; 0 5 6",
        "a(2, :) = [7 8 9]; x = a; | 1 2 3; 7 8 9",
        "a(2, :) = [7; 8; 9]; x = a; | 1 2 3; 7 8 9",
        "a(:, 3) = [7 8]; x = a; | 1 2 7; 4 5 8",
        "a(1:2, 1:2) = [5 6; 7 8]; x = a; | 5 6 3; 7 8 6",
        "a(3) = -1; x = a; | 1 -1 3; 4 5 6",
        "a([1 2]) = [8 9]; x = a; | 8 2 3; 9 5 6",
        "a(a > 4) = 0; x = a; | 1 2 3; 4 0 0",
        "b = a; b(1) = 7; x = a(1); | 1",
        "x = a(:, [true true false]); | 1 2; 4 5",
        "x = a(:, [a(1, :) > 2]); | 3; 6",
        "m = a(1, :) > 1; m(1) = 1; x = a(:, m); | 1 2 3; 4 5 6",
        "m = a(1, :) > 1; m(:, 3) = 0; x = a(2, m); | 5",
        "x = [true, 1] + 0; | 1 1",
        "x = a(1, [true 2]); | 1 2",
      })
  void anIndexPicksByRowAndColumnOrColumnByColumn(String text, String expected) {
    assertEquals(expected, shown(value("a = [1 2 3; 4 5 6];\n" + text).asRows()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = a(0);",
        "x = a(7);",
        "x = a(1.5);",
        "x = a(3, 1);",
        "x = a(1, 4);",
        "x = a(1, 1, 1);",
        "x = a([1 2; 3 4]);",
        "a(7) = 1;",
        "a(1, :) = [1 2];",
        "a(:) = [1 2 3];",
        "x = [1 2] + [1 2 3];",
        "x = [1 2; 3];",
        "x = [[1; 2] 3];",
        "x = a(:, [true true true true]);",
        "x = 'a' + 1;",
        "x = -'a';",
        "x = log(-1);",
        "x = asin(1.1);",
        "x = rem(1, 0);",
        "x = 1:Inf;",
        "x = [1 2]:3;",
        "x = zeros(1.5, 2);",
        "x = zeros(2, 1.5);",
        "x = zeros(2, NaN);",
        "x = zeros(1, 2, 3);",
        "x = sum(a, 1);",
        "x = eps(1);",
        "x = max();",
        "x = sin();",
        "x = a ^ 2;",
        "x = 2 / a;",
        "x = a * a;",
        "x = undefined;",
        "x = BUS_I;",
        "x = 3 = 4;",
        "x = (1;",
        "x = 1);",
        "x = #;",
        "x = 1.2.3;",
        "= 3;",
        "x 3;",
        "end",
        "else",
        "x = a.(b);",
        "[1] = idx_bus;",
        "[A] = idx_other;",
        "if a == 'b'\nend",
      })
  void whatMatlabDoesNotDoOrThisDoesNotIsAnErrorOfItsLine(String text) {
    String message =
        assertThrows(
                MatlabTokens.SyntaxError.class,
                () -> MatlabProgram.run("a = [1 2 3; 4 5 6];\n" + text))
            .getMessage();
    assertTrue(message.startsWith("line 2: "), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = [1 2...\\n 3]; | 1 2 3",
        "x = [1 2 ...comment\\n 3]; | 1 2 3",
        "x = 1 + ...\\n 2; | 3",
        "x = 1 +...\\n 2; | 3",
        "x = 1...\\n + 2; | 3",
        "x = [1 2\\r\\n 3 4]; | 1 2; 3 4",
        "x = [1\\t2 % three\\n 4 5]; | 1 2; 4 5",
        "x = [\\n\\n1 2\\n\\n3 4\\n\\n]; | 1 2; 3 4",
        "x = [1, 2;]; | 1 2",
        "x = [1, 2,\\n3, 4]; | 1 2; 3 4",
        "x = [1;2;;3]; | 1; 2; 3",
        "y = 1, x = 2 | 2",
        "x = 1; %{ not a block\\nx = 3; | 3",
        "x = 1;\\n%{\\nx = 2;\\n%}\\nx = x + 2; | 3",
        "x = 1; return\\nx = 2; | 1",
        "x = 1\\n\\n\\n | 1",
        "s.a = 2; s.b.c = 3; x = s.a + s.b.c; | 5",
        "if 0\\nx = 1;\\nelseif []\\nx = 2;\\nelse\\nx = 3;\\nend | 3",
        "if [1 1 0]\\nx = 1;\\nelse\\nx = 2;\\nend | 2",
        "if 1\\nif 0\\nx = 1;\\nend\\nx = 4;\\nelse\\nx = 2;\\nend | 4",
        "x = 0;\\nif 0\\nif 1\\nx = 1;\\nelse\\nx = 2;\\nend\\nend | 0",
        "if 0, x = 1; else, x = 2; end | 2",
      })
  void linesAreReadAsMatlabReadsThem(String text, String expected) {
    String source = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    assertEquals(expected, shown(value(source).asRows()));
  }

  @Test
  void textsAreTextsWithTheirQuotes() {
    assertEquals(List.of("it's"), value("x = 'it''s';").asTexts());
    assertEquals(List.of("a'b"), value("x = \"a'b\";").asTexts());
    assertEquals(List.of("a\"b"), value("x = \"a\"\"b\";").asTexts());
    assertEquals(List.of("% no comment"), value("x = '% no comment';").asTexts());
    assertEquals(List.of("a", "b", "c"), value("x = {'a'; 'b'; 'c'};").asTexts());
    assertEquals(List.of("a", "b", "c", "d"), value("x = {'a' 'b'; 'c', 'd'};").asTexts());
    assertEquals(List.of("a", "c", "b", "d"), value("x = {'a' 'b'; 'c', 'd'}';").asTexts());
    assertTrue(value("x = {'a'};").isText());
    assertEquals(List.of(), value("x = {};").asTexts());
  }

  @Test
  void aFunctionSaysWhatItReturnsAndConstantsHaveTheirColumns() {
    MatlabProgram.Result one = MatlabProgram.resultOf("function mpc = case1\nmpc.a = 1;\n");
    assertEquals(List.of("mpc"), one.outputs());
    MatlabProgram.Result two =
        MatlabProgram.resultOf("function [base, bus] = case2(x)\nbase = 1;\n");
    assertEquals(List.of("base", "bus"), two.outputs());
    assertEquals(List.of(), MatlabProgram.resultOf("function case3\n").outputs());
    assertEquals(List.of(), MatlabProgram.resultOf("x = 1;").outputs());
    Map<String, MatlabValue> bus =
        MatlabProgram.run("[PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD] = idx_bus;");
    assertEquals(
        List.of(1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0),
        List.of("PQ", "PV", "REF", "NONE", "BUS_I", "BUS_TYPE", "PD").stream()
            .map(name -> bus.get(name).asScalar())
            .toList());
    Map<String, MatlabValue> all =
        MatlabProgram.run("define_constants;\nx = PMAX; y = RATE_A; z = BR_STATUS; v = VMIN;");
    assertEquals(9, all.get("x").asScalar(), 0);
    assertEquals(6, all.get("y").asScalar(), 0);
    assertEquals(11, all.get("z").asScalar(), 0);
    assertEquals(13, all.get("v").asScalar(), 0);
    Map<String, MatlabValue> some = MatlabProgram.run("[~, PV] = idx_bus;");
    assertEquals(2, some.get("PV").asScalar(), 0);
  }

  @Test
  void aCopyIsNotChangedWithItsOriginal() {
    Map<String, MatlabValue> all =
        MatlabProgram.run("a = [1 2; 3 4]; b = a; b(:, 1) = 9; c = a'; c(1) = 7; x = a;");
    assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, all.get("x").asRows());
    assertArrayEquals(new double[][] {{9, 2}, {9, 4}}, all.get("b").asRows());
  }
}
