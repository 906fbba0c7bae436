package org.gridclear.clearing.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.RowWeights;
import org.gridclear.solver.Tableau;

/**
 * Rounded rows of a simplex tableau (Gomory 1960, An algorithm for the mixed integer problem). A
 * row of it is an equation of columns and of the room that rows have, {@code Σ c·x + Σ w·s = b}; of
 * the basic columns it has one, which should be whole. Read as an inequality either way it is
 * rounded by {@link MixedRounding}, and the room of each row then written as columns again. A sum
 * of rows holds whatever its weights, so a cut does. Model (50).
 */
public final class TableauCuts {
  /** Cuts whose directions have a greater cosine say nearly the same. */
  private static final double COSINE_MAX = 0.9;

  /** A smaller coefficient, beside the greatest, gives way to the least that its column adds. */
  private static final double SMALL_SHARE = 1e-7;

  /** What adding up may have lost, in units of the right side. */
  private static final double ROUNDING_SHARE = 1e-9;

  private static final double DISTANCE_MIN = 1e-4;

  private final LinearModel program;
  private final double[] x;
  private final RowSum sum;

  private record Ranked(Inequality cut, double norm, double distance) {}

  /**
   * How far a row is from a bound: the column {@code s ≥ 0} with {@code a·x + s = upper bound} or
   * {@code a·x − s = lower bound}.
   */
  private record Room(int row, boolean below, double bound, double size) {}

  private TableauCuts(LinearModel program, double[] x) {
    this.program = program;
    this.x = x;
    this.sum = new RowSum(program);
  }

  /**
   * Cuts in different directions, the furthest from the point first.
   *
   * @param x the point that the tableau belongs to
   * @param most how many at most
   */
  public static List<Inequality> of(Tableau tableau, double[] x, int most) {
    TableauCuts cuts = new TableauCuts(tableau.program(), x);
    List<Ranked> found = new ArrayList<>();
    for (RowWeights row : tableau.rows()) {
      cuts.rounded(row, 1).ifPresent(found::add);
      cuts.rounded(row, -1).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble(each -> -each.distance()));
    return cuts.different(found, most);
  }

  private Optional<Ranked> rounded(RowWeights weighted, int sign) {
    List<Room> rooms = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int k = 0; k < weighted.rows().length; k++) {
      double weight = sign * weighted.weights()[k];
      Room room = room(weighted.rows()[k]);
      sum.add(room.row(), weight, room.bound());
      // Room with a positive factor makes the sum only smaller without it.
      boolean equation = program.rowLower(room.row()) == program.rowUpper(room.row());
      if (!equation && weight > 0 != room.below()) {
        rooms.add(room);
        weights.add(-Math.abs(weight));
      }
    }
    Inequality columns = sum.take();
    if (!Double.isFinite(columns.upper())) {
      return Optional.empty();
    }
    return rounded(columns, rooms, weights);
  }

  private Room room(int row) {
    double activity = 0;
    for (int e = program.rowStart(row); e < program.rowStart(row + 1); e++) {
      activity += program.entryValue(e) * x[program.entryColumn(e)];
    }
    double under = program.rowUpper(row) - activity;
    double over = activity - program.rowLower(row);
    return under <= over
        ? new Room(row, true, program.rowUpper(row), Math.max(0, under))
        : new Room(row, false, program.rowLower(row), Math.max(0, over));
  }

  /** Rounds a sum over its own columns and the room of rows, numbered behind them. */
  private Optional<Ranked> rounded(Inequality columns, List<Room> rooms, List<Double> weights) {
    int ofModel = columns.columns().length;
    LinearModel part = new LinearModel();
    int[] numbers = new int[ofModel + rooms.size()];
    double[] values = Arrays.copyOf(columns.values(), numbers.length);
    double[] point = new double[numbers.length];
    for (int k = 0; k < ofModel; k++) {
      int column = columns.columns()[k];
      numbers[k] =
          part.addColumn(
              program.columnLower(column),
              program.columnUpper(column),
              0,
              program.isInteger(column));
      point[k] = x[column];
    }
    for (int k = 0; k < rooms.size(); k++) {
      numbers[ofModel + k] = part.addColumn(0, Double.POSITIVE_INFINITY, 0);
      values[ofModel + k] = weights.get(k);
      point[ofModel + k] = rooms.get(k).size();
    }
    return MixedRounding.cut(part, new Inequality(numbers, values, columns.upper()), point)
        .map(cut -> inColumns(cut, columns.columns(), rooms))
        .flatMap(this::ranked);
  }

  /** Writes the room of rows as columns. */
  private Inequality inColumns(Inequality cut, int[] columns, List<Room> rooms) {
    for (int k = 0; k < cut.columns().length; k++) {
      int number = cut.columns()[k];
      if (number < columns.length) {
        sum.addColumn(columns[number], cut.values()[k]);
      } else {
        Room room = rooms.get(number - columns.length);
        double perUnit = room.below() ? -cut.values()[k] : cut.values()[k];
        sum.add(room.row(), perUnit, room.bound());
      }
    }
    Inequality all = sum.take();
    return new Inequality(all.columns(), all.values(), cut.upper() + all.upper());
  }

  /** A cut without coefficients that are small beside others; empty if it says little then. */
  private Optional<Ranked> ranked(Inequality cut) {
    double greatest = Arrays.stream(cut.values()).map(Math::abs).max().orElse(0);
    double upper = cut.upper() + ROUNDING_SHARE * Math.max(1, Math.abs(cut.upper()));
    double squares = 0;
    int size = 0;
    int[] columns = new int[cut.columns().length];
    double[] values = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      int column = cut.columns()[k];
      double value = cut.values()[k];
      if (Math.abs(value) > SMALL_SHARE * greatest) {
        columns[size] = column;
        values[size++] = value;
        squares += value * value;
      } else {
        upper -= value * (value > 0 ? program.columnLower(column) : program.columnUpper(column));
      }
    }
    Inequality clean =
        new Inequality(Arrays.copyOf(columns, size), Arrays.copyOf(values, size), upper);
    double norm = Math.sqrt(squares);
    double distance = Double.isFinite(upper) ? clean.excess(x) / norm : 0;
    return distance > DISTANCE_MIN
        ? Optional.of(new Ranked(clean, norm, distance))
        : Optional.empty();
  }

  private List<Inequality> different(List<Ranked> ranked, int most) {
    List<Ranked> chosen = new ArrayList<>();
    double[] direction = new double[program.columnCount()];
    for (Ranked each : ranked) {
      if (chosen.size() == most) {
        break;
      }
      scatter(each, direction, 1 / each.norm());
      if (chosen.stream().allMatch(other -> cosine(direction, other) <= COSINE_MAX)) {
        chosen.add(each);
      }
      scatter(each, direction, 0);
    }
    return chosen.stream().map(Ranked::cut).toList();
  }

  private static void scatter(Ranked from, double[] direction, double scale) {
    for (int k = 0; k < from.cut().columns().length; k++) {
      direction[from.cut().columns()[k]] = scale * from.cut().values()[k];
    }
  }

  private static double cosine(double[] direction, Ranked other) {
    double product = 0;
    for (int k = 0; k < other.cut().columns().length; k++) {
      product += direction[other.cut().columns()[k]] * other.cut().values()[k];
    }
    return product / other.norm();
  }
}
