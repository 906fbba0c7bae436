package org.gridclear.io.matpower;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as MATLAB gives them. */
class MatlabProgramTest {
  private static double[][] x(String text) {
    return MatlabProgram.run(text).get("x").asRows();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-2^2 | -4",
        "2^3^2 | 64",
        "2^-1 | 0.5",
        "sin(acos(0.85)) | 0.5267826876426369",
        "135/sqrt(3) | 77.94228634059948",
        "round(-2.5) | -3",
        "mod(-1, 3) | 2",
        "rem(-1, 3) | -1",
        "fix(-1.7) | -1",
        "5. * .5e1 | 25",
        "1d2 | 100",
        "~0 + 1 | 2",
        "3 > 2 & 1 == 1 | 1",
        "max([1 7 3]) | 7",
        "numel(zeros(3, 4)) | 12",
        "size(ones(3, 4), 2) | 4",
        "hypot(3, 4) + pi - pi | 5",
        "(1 + 2) * 3 | 9",
        "any([0 0 1]) + all([1 0]) | 1",
        "log2(8) + log10(100) | 5"
      })
  void expressionsHaveMatlabsValues(String expression, double value) {
    assertEquals(value, x("x = " + expression + ";")[0][0], 1e-15);
  }

  private static String fails(String text) {
    return assertThrows(MatlabTokens.SyntaxError.class, () -> MatlabProgram.run(text)).getMessage();
  }

  @Test
  void elementsCountColumnByColumn() {
    String a = "a = [1 2 3; 4 5 6];\n";
    assertEquals(4, x(a + "x = a(2);")[0][0]);
    assertEquals(6, x(a + "x = a(end);")[0][0]);
    assertEquals(6, x(a + "x = a(end, end);")[0][0]);
    assertArrayEquals(new double[] {2, 5}, column(x(a + "x = a(3:4)';")));
    assertEquals(6, x(a + "x = a(:);").length);
    assertArrayEquals(new double[] {4, 5, 6}, x(a + "x = a(a(:, 1) > 2, :);")[0]);
    assertArrayEquals(new double[] {0, 2, 3}, x(a + "a(1) = 0; x = a(1, :);")[0]);
    assertArrayEquals(new double[] {1, 2, 9}, x(a + "a(a == 3) = 9; x = a(1, :);")[0]);
    assertArrayEquals(new double[] {5, 4, 3, 2, 1}, x("x = 5:-1:1;")[0]);
    assertArrayEquals(new double[] {0, 0.1, 0.2, 0.30000000000000004}, x("x = 0:.1:.3;")[0]);
    assertArrayEquals(
        new double[] {2, 3}, column(x("b = [0 1; 0 1];\nx = find(b)'; x = x - 1;")), "find");
  }

  private static double[] column(double[][] rows) {
    return rows.length == 1
        ? rows[0]
        : java.util.Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
  }

  @Test
  void commentsBlocksContinuationsAndSpacesInMatrices() {
    String text =
        """
        function [mpc] = f()
        % it's a comment
        %{
        x = 9; [ unclosed
          %{
          nested
          %}
        %}
        x = [1 -2, ...  the rest is ignored ' [
             3 - 1 % four
             4 5' 6 ];
        end
        """;
    assertArrayEquals(new double[][] {{1, -2, 2}, {4, 5, 6}}, x(text));
  }

  /** Rows of plain numbers are taken at once: with the same values and the same errors. */
  @Test
  void rowsOfNumbersAreWhatTheirExpressionsAre() {
    double[][] expected = {{1, -2, 3}, {-1, 2, -0.0}, {4, -5, 6}, {-0.5, 1e3, 7}, {3, 8, 9}};
    String text = "x = [1 -2 +3; -1, 2, -0\n 4,-5 6;;- .5 1d3,7;\n 1 - -2, 8 9]";
    assertArrayEquals(expected, x(text));
    assertArrayEquals(new double[][] {{-1, 3}}, x("x = [1-2 3]"));
    assertArrayEquals(new double[][] {{-1, 3}}, x("x = [1 - 2 3]"));
    assertArrayEquals(new double[][] {{1, 2}}, x("x = [1, - - 2]"));
    assertArrayEquals(new double[][] {{1, 2}}, x("x = [1,, 2,]"));
    assertArrayEquals(
        new double[][] {{123456789, 1234567890123.0}}, x("x = [123456789 1234567890123]"));
    assertTrue(fails("x = [1 2; 3]").contains("row 2 of a matrix has 1 values"));
    assertTrue(fails("x = [1 2\n 3 /]").startsWith("line 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10", "0, 30", "2, 20",
  })
  void anIfOnConstantsRunsTheBranchThatHolds(int a, int expected) {
    String text =
        """
        a = %d;
        m = [1 2 3];
        if a == 1
          x = 10;
        elseif a == 2
          if true, x = 20; else, for k = 1:3, end, end
        else
          if m(end) == 4
            y = unknown(3);
          end
          x = 30;
        end
        """;
    assertEquals(expected, x(text.formatted(a))[0][0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for k = 1:3\nend",
        "while 1\nend",
        "switch a\nend",
        "x = foo(3);",
        "x = loadcase('case9');",
        "x = @(a) a;",
        "x = [1 2; 3 4] * [1 2; 3 4];",
        "x = sqrt(-1);",
        "x = acos(2);",
        "x = (-8)^(1/3);",
        "x = [1 2 3]; x(2) = [];",
        "c = {'a'}; x = c{1};",
        "disp('hello')",
        "clear all",
        "function f\nx = 1;\nfunction g\n",
        "x = zeros(1e6, 1e6);"
      })
  void whatHasNoPlainMeaningIsNotSupportedWithItsLine(String text) {
    String message = fails("\n" + text);
    assertTrue(message.contains("not supported") || message.contains("not expected"), message);
    assertTrue(message.startsWith("line "), message);
  }

  @Test
  void brokenTextIsNamedWithTheLineWhereItBegins() {
    assertTrue(fails("x = 1;\n%{\nnever closed").contains("line 2"));
    assertTrue(fails("x = 1;\nif 1\n x = 2;").contains("no 'end'"));
    assertTrue(fails("x = [1 2\n3").contains("bracket"));
    assertTrue(fails("x = 'abc").contains("quote"));
    assertTrue(fails("x = " + "(".repeat(5000) + "1" + ")".repeat(5000)).contains("deep"));
  }
}
