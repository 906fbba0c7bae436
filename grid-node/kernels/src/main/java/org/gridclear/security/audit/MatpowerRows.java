package org.gridclear.security.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a MATPOWER case as they stand in its text, read without the product's reader:
 * plain tables, and the unit conversions that distribution cases end with, known by their wording.
 *
 * @param baseMva power base
 * @param bus rows of 13 columns or more
 * @param gen rows of 10 columns or more
 * @param branch rows of 11 columns or more
 * @param dcline rows of 17 columns or more; none where the file has none
 */
public record MatpowerRows(
    double baseMva, double[][] bus, double[][] gen, double[][] branch, double[][] dcline) {

  private static final double POWER_FACTOR = 0.85;

  /** Reads a text. */
  public static MatpowerRows of(String text) {
    String plain = text.replaceAll("(?m)^\\s*%\\{\\s*$(?s:.*?)^\\s*%\\}\\s*$", "");
    plain = plain.replaceAll("(?m)%.*$", "").replaceAll("\\.\\.\\..*\\R", " ");
    Matcher base = Pattern.compile("mpc\\.baseMVA\\s*=\\s*([-0-9.eE+/]+)").matcher(plain);
    if (!base.find()) {
      throw new IllegalArgumentException("The text has no baseMVA.");
    }
    double baseMva = number(base.group(1));
    double[][] bus = table(plain, "bus");
    double[][] branch = table(plain, "branch");
    if (plain.contains("/ (Vbase^2 / Sbase)")) {
      double ohms = Math.pow(bus[0][9] * 1e3, 2) / (baseMva * 1e6);
      for (double[] row : branch) {
        row[2] /= ohms;
        row[3] /= ohms;
      }
    }
    for (double[] row : bus) {
      if (plain.contains("mpc.bus(:, [PD, QD]) / 1e3")) {
        row[2] /= 1e3;
        row[3] /= 1e3;
      }
      if (plain.contains("mpc.bus(:, PD) * sin(acos(pf))")) {
        row[3] = row[2] * Math.sin(Math.acos(POWER_FACTOR));
        row[2] *= POWER_FACTOR;
      }
    }
    return new MatpowerRows(baseMva, bus, table(plain, "gen"), branch, table(plain, "dcline"));
  }

  private static double[][] table(String plain, String name) {
    Matcher found = Pattern.compile("mpc\\." + name + "\\s*=\\s*\\[([^\\]]*)\\]").matcher(plain);
    List<double[]> rows = new ArrayList<>();
    if (found.find()) {
      for (String line : found.group(1).split("[;\\n]")) {
        String numbers = line.replace(',', ' ').strip();
        if (!numbers.isEmpty()) {
          rows.add(
              Arrays.stream(numbers.split("\\s+")).mapToDouble(MatpowerRows::number).toArray());
        }
      }
    }
    return rows.toArray(new double[0][]);
  }

  /** A number, or one divided by another or by a square root, as voltages of phases are written. */
  private static double number(String text) {
    int slash = text.indexOf('/');
    if (slash > 0) {
      return number(text.substring(0, slash)) / number(text.substring(slash + 1));
    }
    if (text.startsWith("sqrt(")) {
      return Math.sqrt(number(text.substring(5, text.length() - 1)));
    }
    return Double.parseDouble(text.replaceFirst("(?i)^([+-]?)inf$", "$1Infinity"));
  }
}
