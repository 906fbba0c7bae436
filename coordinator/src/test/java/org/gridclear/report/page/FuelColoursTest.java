package org.gridclear.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours of fuels are told apart with and without colour vision. */
class FuelColoursTest {
  private static final double DIFFERENT = 14;

  /** Linear RGB as people without one kind of cone see it (Machado et al., 2009, severity 1). */
  private static final Map<String, double[][]> VISION =
      Map.of(
          "all cones", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          "no long-wave cones",
              new double[][] {
                {0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}
              },
          "no middle-wave cones",
              new double[][] {
                {0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}
              },
          "no short-wave cones",
              new double[][] {
                {1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}
              });

  private static Map<String, String> colours() throws IOException {
    try (InputStream in = FuelColoursTest.class.getResourceAsStream("/report/fuels.js")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String table = text.substring(text.indexOf("const FUELS"), text.indexOf("};"));
      Map<String, String> colours = new LinkedHashMap<>();
      Matcher entry = Pattern.compile("'?([\\w ]+)'?: '(#[0-9a-f]{6})'").matcher(table);
      while (entry.find()) {
        colours.put(entry.group(1), entry.group(2));
      }
      return colours;
    }
  }

  private static double[] times(double[][] matrix, double[] v) {
    double[] product = new double[3];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        product[r] += matrix[r][c] * v[c];
      }
    }
    return product;
  }

  /** CIE L*a*b* of a colour under a kind of vision. */
  private static double[] lab(String colour, double[][] vision) {
    double[] linear = new double[3];
    for (int c = 0; c < 3; c++) {
      double share = Integer.parseInt(colour.substring(1 + 2 * c, 3 + 2 * c), 16) / 255.0;
      linear[c] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
    double[] seen = times(vision, linear);
    for (int c = 0; c < 3; c++) {
      seen[c] = Math.min(1, Math.max(0, seen[c]));
    }
    double[][] toXyz = {
      {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
    };
    double[] white = {0.9505, 1, 1.089};
    double[] f = times(toXyz, seen);
    for (int c = 0; c < 3; c++) {
      double ratio = f[c] / white[c];
      f[c] = ratio > 0.008856 ? Math.cbrt(ratio) : 7.787 * ratio + 16 / 116.0;
    }
    return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
  }

  @Test
  void anyTwoFuelsDifferForEveryReader() throws IOException {
    Map<String, String> colours = colours();
    assertEquals(15, colours.size(), colours.toString());
    List<String> fuels = List.copyOf(colours.keySet());
    VISION.forEach(
        (name, vision) -> {
          for (int a = 0; a < fuels.size(); a++) {
            for (int b = 0; b < a; b++) {
              double[] x = lab(colours.get(fuels.get(a)), vision);
              double[] y = lab(colours.get(fuels.get(b)), vision);
              double apart =
                  Math.sqrt(
                      Math.pow(x[0] - y[0], 2)
                          + Math.pow(x[1] - y[1], 2)
                          + Math.pow(x[2] - y[2], 2));
              assertTrue(
                  apart >= DIFFERENT,
                  "%s and %s are %.1f apart with %s"
                      .formatted(fuels.get(a), fuels.get(b), apart, name));
            }
          }
        });
  }
}
