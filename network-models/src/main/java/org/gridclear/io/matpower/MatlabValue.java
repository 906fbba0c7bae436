package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of numbers or truth values, or a cell array of texts; a scalar is a matrix of one.
 * Elements count column by column, as in MATLAB.
 */
final class MatlabValue {
  /** More elements than this are refused. */
  static final int COUNT_MAX = 50_000_000;

  private static final double[][] NONE = {};

  private final double[][] numbers;
  private final String @Nullable [][] texts;
  private final boolean logical;

  private MatlabValue(double[][] numbers, String @Nullable [][] texts, boolean logical) {
    this.numbers = numbers;
    this.texts = texts;
    this.logical = logical;
  }

  static MatlabValue of(double[][] numbers) {
    return new MatlabValue(numbers, null, false);
  }

  static MatlabValue scalar(double number) {
    return of(new double[][] {{number}});
  }

  static MatlabValue logical(boolean value) {
    return new MatlabValue(new double[][] {{value ? 1 : 0}}, null, true);
  }

  static MatlabValue text(String text) {
    return new MatlabValue(NONE, new String[][] {{text}}, false);
  }

  static MatlabValue filled(int rows, int columns, double value) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      Arrays.fill(row, value);
    }
    return of(numbers);
  }

  /** The numbers from one scalar to another in equal steps. */
  static MatlabValue range(double from, double step, double to) {
    double steps = step == 0 ? -1 : Math.floor((to - from) / step * (1 + 1e-15) + 1e-10);
    if (!(steps < COUNT_MAX)) {
      throw new IllegalArgumentException("not supported: a range of %s values".formatted(steps));
    }
    double[][] row = new double[1][(int) Math.max(0, steps + 1)];
    Arrays.setAll(row[0], k -> from + k * step);
    return of(row);
  }

  /** Puts blocks beside and below each other; every row must have the same width. */
  static MatlabValue stack(List<List<MatlabValue>> rows) {
    boolean isText = rows.stream().flatMap(List::stream).anyMatch(value -> value.texts != null);
    List<double[]> numbers = new ArrayList<>();
    List<String[]> texts = new ArrayList<>();
    int width = -1;
    for (List<MatlabValue> blocks : rows) {
      List<MatlabValue> row = blocks.stream().filter(block -> block.count() > 0).toList();
      for (int r = 0; !row.isEmpty() && r < row.get(0).rowCount(); r++) {
        String[] textRow = isText ? textRow(row, r) : new String[0];
        double[] numberRow = isText ? new double[0] : numberRow(row, r);
        int columns = isText ? textRow.length : numberRow.length;
        if (width >= 0 && columns != width) {
          throw new IllegalArgumentException(
              "row %d of a matrix has %d values, the rows before have %d"
                  .formatted(Math.max(numbers.size(), texts.size()) + 1, columns, width));
        }
        width = columns;
        texts.add(textRow);
        numbers.add(numberRow);
      }
    }
    boolean allLogical = rows.stream().flatMap(List::stream).allMatch(value -> value.logical);
    return isText
        ? new MatlabValue(NONE, texts.toArray(new String[0][]), false)
        : new MatlabValue(numbers.toArray(new double[0][]), null, !rows.isEmpty() && allLogical);
  }

  private static double[] numberRow(List<MatlabValue> row, int r) {
    if (row.size() == 1) {
      return row.get(0).numbers[r].clone();
    }
    int width = 0;
    for (MatlabValue block : row) {
      if (block.rowCount() != row.get(0).rowCount()) {
        throw new IllegalArgumentException(
            "blocks of %d and %d rows stand side by side"
                .formatted(row.get(0).rowCount(), block.rowCount()));
      }
      width += block.columnCount();
    }
    double[] numbers = new double[width];
    int at = 0;
    for (MatlabValue block : row) {
      System.arraycopy(block.numbers[r], 0, numbers, at, block.columnCount());
      at += block.columnCount();
    }
    return numbers;
  }

  private static String[] textRow(List<MatlabValue> row, int r) {
    List<String> texts = new ArrayList<>();
    for (MatlabValue block : row) {
      for (int c = 0; c < block.columnCount(); c++) {
        texts.add(block.texts == null ? "" + block.numbers[r][c] : block.texts[r][c]);
      }
    }
    return texts.toArray(new String[0]);
  }

  int rowCount() {
    return texts == null ? numbers.length : texts.length;
  }

  int columnCount() {
    return rowCount() == 0 ? 0 : texts == null ? numbers[0].length : texts[0].length;
  }

  int count() {
    return rowCount() * columnCount();
  }

  boolean isScalar() {
    return texts == null && rowCount() == 1 && columnCount() == 1;
  }

  boolean isText() {
    return texts != null;
  }

  double asScalar() {
    if (!isScalar()) {
      throw new IllegalArgumentException("a single number is needed here");
    }
    return numbers[0][0];
  }

  /** Whether a condition holds: it has elements, and none is 0. */
  boolean isTrue() {
    for (double[] row : asRows()) {
      for (double value : row) {
        if (value == 0) {
          return false;
        }
      }
    }
    return count() > 0;
  }

  /** The rows of numbers; fails on texts. */
  double[][] asRows() {
    if (texts != null) {
      throw new IllegalArgumentException("numbers are needed here");
    }
    return numbers;
  }

  /** All texts, row by row. */
  List<String> asTexts() {
    List<String> list = new ArrayList<>();
    for (int r = 0; r < rowCount(); r++) {
      for (int c = 0; c < columnCount(); c++) {
        list.add(texts == null ? String.valueOf(numbers[r][c]) : texts[r][c]);
      }
    }
    return list;
  }

  MatlabValue map(DoubleUnaryOperator change) {
    double[][] rows = asRows();
    double[][] result = new double[rowCount()][columnCount()];
    for (int r = 0; r < result.length; r++) {
      for (int c = 0; c < result[r].length; c++) {
        result[r][c] = change.applyAsDouble(rows[r][c]);
      }
    }
    return of(result);
  }

  /** Whether each element passes a test, as truth values. */
  MatlabValue test(DoublePredicate test) {
    return new MatlabValue(map(a -> test.test(a) ? 1 : 0).numbers, null, true);
  }

  /** The numbers taken as truth values. */
  MatlabValue asLogical() {
    return test(a -> a != 0);
  }

  MatlabValue transposed() {
    if (texts != null) {
      String[][] turned = new String[columnCount()][rowCount()];
      IntStream.range(0, rowCount())
          .forEach(r -> IntStream.range(0, columnCount()).forEach(c -> turned[c][r] = texts[r][c]));
      return new MatlabValue(NONE, turned, false);
    }
    double[][] result = new double[columnCount()][rowCount()];
    for (int r = 0; r < rowCount(); r++) {
      for (int c = 0; c < columnCount(); c++) {
        result[c][r] = numbers[r][c];
      }
    }
    return new MatlabValue(result, null, logical);
  }

  /**
   * Element by element; a scalar goes with everything, a row or column with every row or column.
   */
  MatlabValue combine(MatlabValue other, DoubleBinaryOperator operator) {
    double[][] left = asRows();
    double[][] right = other.asRows();
    int rows = common(rowCount(), other.rowCount(), other);
    int columns = common(columnCount(), other.columnCount(), other);
    double[][] result = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      double[] a = left[left.length == 1 ? 0 : r];
      double[] b = right[right.length == 1 ? 0 : r];
      for (int c = 0; c < columns; c++) {
        result[r][c] = operator.applyAsDouble(a[a.length == 1 ? 0 : c], b[b.length == 1 ? 0 : c]);
      }
    }
    return of(result);
  }

  private int common(int mine, int others, MatlabValue other) {
    if (mine != others && mine != 1 && others != 1) {
      throw new IllegalArgumentException(
          "a matrix of %d×%d does not go with one of %d×%d"
              .formatted(rowCount(), columnCount(), other.rowCount(), other.columnCount()));
    }
    return mine == 1 ? others : mine;
  }

  /** A vector folded to one number; a matrix column by column. NaN starts from the first value. */
  MatlabValue reduced(DoubleBinaryOperator operator, double start) {
    double[][] rows = rowCount() == 1 ? transposed().numbers : asRows();
    if (rows.length == 0) {
      return Double.isNaN(start) ? this : scalar(start);
    }
    double[][] result = new double[1][rows[0].length];
    for (int c = 0; c < result[0].length; c++) {
      double value = Double.isNaN(start) ? rows[0][c] : start;
      for (double[] row : rows) {
        value = operator.applyAsDouble(value, row[c]);
      }
      result[0][c] = value;
    }
    return of(result);
  }

  /** Numbers of the elements that are not 0, counted from 1 column by column. */
  MatlabValue find() {
    int height = rowCount();
    double[] found =
        IntStream.range(0, count())
            .filter(k -> asRows()[k % height][k / height] != 0)
            .mapToDouble(k -> k + 1)
            .toArray();
    MatlabValue row = of(found.length == 0 ? new double[0][] : new double[][] {found});
    return height == 1 ? row : row.transposed();
  }

  /** The part at the given rows and columns, or at the given numbers of elements. */
  MatlabValue select(List<MatlabValue> indices) {
    double[][] rows = asRows();
    if (indices.size() == 1) {
      int[] place = places(indices.get(0), count());
      int height = rowCount();
      double[] picked = new double[place.length];
      Arrays.setAll(picked, k -> rows[place[k] % height][place[k] / height]);
      return turnedLike(indices.get(0), picked);
    }
    int[][] place = places(indices);
    double[][] result = new double[place[0].length][place[1].length];
    for (int r = 0; r < result.length; r++) {
      for (int c = 0; c < result[r].length; c++) {
        result[r][c] = rows[place[0][r]][place[1][c]];
      }
    }
    return new MatlabValue(result, null, logical);
  }

  /** A list of elements of this one: of a vector along it, else along the index. */
  private MatlabValue turnedLike(MatlabValue index, double[] picked) {
    MatlabValue row =
        picked.length == 0
            ? of(new double[0][])
            : new MatlabValue(new double[][] {picked}, null, logical);
    if (index == null) {
      return row.transposed();
    }
    if (!index.logical && Math.min(index.rowCount(), index.columnCount()) > 1) {
      throw new IllegalArgumentException("not supported: a matrix as an index");
    }
    boolean vector = !isScalar() && Math.min(rowCount(), columnCount()) == 1;
    boolean mask = Math.min(index.rowCount(), index.columnCount()) > 1;
    return (vector ? columnCount() == 1 : mask || (index.columnCount() == 1 && !index.isScalar()))
        ? row.transposed()
        : row;
  }

  /** A copy in which the given rows and columns, or elements, have the given value. */
  MatlabValue assign(List<MatlabValue> indices, MatlabValue value) {
    if (value.count() == 0) {
      throw new IllegalArgumentException("not supported: taking rows or columns out");
    }
    double[][] result = map(a -> a).numbers;
    double[][] given = value.asRows();
    if (indices.size() == 1) {
      int[] place = places(indices.get(0), count());
      fits(value, place.length, 1);
      for (int k = 0; k < place.length; k++) {
        int from = value.isScalar() ? 0 : k;
        result[place[k] % rowCount()][place[k] / rowCount()] =
            given[from % given.length][from / given.length];
      }
      return ofThisKind(result);
    }
    int[][] place = places(indices);
    fits(value, place[0].length, place[1].length);
    boolean turned = value.rowCount() != place[0].length && !value.isScalar();
    for (int r = 0; r < place[0].length; r++) {
      for (int c = 0; c < place[1].length; c++) {
        result[place[0][r]][place[1][c]] =
            value.isScalar() ? given[0][0] : turned ? given[c][r] : given[r][c];
      }
    }
    return ofThisKind(result);
  }

  /** Truth values stay such whatever is put in. */
  private MatlabValue ofThisKind(double[][] result) {
    return logical ? of(result).asLogical() : of(result);
  }

  private static void fits(MatlabValue value, int rows, int columns) {
    boolean same = value.rowCount() == rows && value.columnCount() == columns;
    boolean vectors =
        value.count() == rows * columns
            && Math.min(rows, columns) == 1
            && Math.min(value.rowCount(), value.columnCount()) == 1;
    if (!same && !vectors && !value.isScalar()) {
      throw new IllegalArgumentException(
          "a matrix of %d×%d does not go into %d×%d elements"
              .formatted(value.rowCount(), value.columnCount(), rows, columns));
    }
  }

  private int[][] places(List<MatlabValue> indices) {
    if (indices.size() != 2) {
      throw new IllegalArgumentException("a matrix is indexed by row and column");
    }
    return new int[][] {places(indices.get(0), rowCount()), places(indices.get(1), columnCount())};
  }

  private static int[] places(MatlabValue index, int size) {
    if (index == null) {
      return IntStream.range(0, size).toArray();
    }
    if (index.logical) {
      if (index.count() > size) {
        throw new IllegalArgumentException(
            "%d truth values for %d places".formatted(index.count(), size));
      }
      return places(index.find(), size);
    }
    int height = Math.max(1, index.rowCount());
    int[] places = new int[index.count()];
    for (int k = 0; k < places.length; k++) {
      double value = index.asRows()[k % height][k / height];
      if (value != Math.rint(value) || value < 1 || value > size) {
        throw new IllegalArgumentException(
            "the index %s lies outside 1..%d".formatted(value, size));
      }
      places[k] = (int) value - 1;
    }
    return places;
  }
}
