package org.gridclear.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A matrix of numbers, or a cell array of texts; a scalar is a matrix of one. */
final class MatlabValue {
  private final double[][] numbers;
  private final String[][] texts;

  private MatlabValue(double[][] numbers, String[][] texts) {
    this.numbers = numbers;
    this.texts = texts;
  }

  static MatlabValue of(double[][] numbers) {
    return new MatlabValue(numbers, null);
  }

  static MatlabValue scalar(double number) {
    return of(new double[][] {{number}});
  }

  static MatlabValue text(String text) {
    return new MatlabValue(null, new String[][] {{text}});
  }

  /** The integers from one scalar to another. */
  static MatlabValue range(MatlabValue from, MatlabValue to) {
    int first = (int) from.asScalar();
    int count = Math.max(0, (int) to.asScalar() - first + 1);
    double[][] row = new double[1][count];
    for (int k = 0; k < count; k++) {
      row[0][k] = first + k;
    }
    return of(row);
  }

  /** Puts blocks beside and below each other; every row must have the same width. */
  static MatlabValue stack(List<List<MatlabValue>> rows) {
    boolean isText = rows.stream().flatMap(List::stream).anyMatch(value -> value.texts != null);
    List<double[]> numbers = new ArrayList<>();
    List<String[]> texts = new ArrayList<>();
    int width = -1;
    for (List<MatlabValue> row : rows) {
      int height = row.get(0).rowCount();
      for (int r = 0; r < height; r++) {
        List<String> textRow = new ArrayList<>();
        List<Double> numberRow = new ArrayList<>();
        for (MatlabValue block : row) {
          for (int c = 0; c < block.columnCount(); c++) {
            if (isText) {
              textRow.add(block.texts == null ? "" + block.numbers[r][c] : block.texts[r][c]);
            } else {
              numberRow.add(block.numbers[r][c]);
            }
          }
        }
        int columns = isText ? textRow.size() : numberRow.size();
        if (width >= 0 && columns != width) {
          throw new IllegalArgumentException(
              "row %d of a matrix has %d values, the rows before have %d"
                  .formatted(Math.max(numbers.size(), texts.size()) + 1, columns, width));
        }
        width = columns;
        texts.add(textRow.toArray(new String[0]));
        numbers.add(numberRow.stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
    return isText
        ? new MatlabValue(null, texts.toArray(new String[0][]))
        : of(numbers.toArray(new double[0][]));
  }

  static MatlabValue call(String function, List<MatlabValue> arguments) {
    if (arguments.isEmpty() || arguments.contains(null)) {
      throw new IllegalArgumentException("the function '" + function + "' is unknown");
    }
    MatlabValue first = arguments.get(0);
    int rows = first.isScalar() ? (int) first.asScalar() : 0;
    int columns = arguments.size() > 1 ? (int) arguments.get(1).asScalar() : rows;
    return switch (function) {
      case "sqrt" -> first.map(Math::sqrt);
      case "abs" -> first.map(Math::abs);
      case "zeros" -> of(new double[rows][columns]);
      case "ones" -> of(new double[rows][columns]).map(a -> 1);
      case "size" ->
          scalar(arguments.size() > 1 && columns == 2 ? first.columnCount() : first.rowCount());
      case "length" -> scalar(Math.max(first.rowCount(), first.columnCount()));
      default -> throw new IllegalArgumentException("the function '" + function + "' is unknown");
    };
  }

  int rowCount() {
    return texts == null ? numbers.length : texts.length;
  }

  int columnCount() {
    return rowCount() == 0 ? 0 : texts == null ? numbers[0].length : texts[0].length;
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
    double[][] result = new double[rowCount()][columnCount()];
    double[][] rows = asRows();
    for (int r = 0; r < result.length; r++) {
      for (int c = 0; c < result[r].length; c++) {
        result[r][c] = change.applyAsDouble(rows[r][c]);
      }
    }
    return of(result);
  }

  MatlabValue transposed() {
    double[][] result = new double[columnCount()][rowCount()];
    for (int r = 0; r < rowCount(); r++) {
      for (int c = 0; c < columnCount(); c++) {
        result[c][r] = numbers[r][c];
      }
    }
    return of(result);
  }

  /** Element by element; a scalar goes with everything. */
  MatlabValue combine(MatlabValue other, DoubleBinaryOperator operator) {
    if (isScalar()) {
      double left = asScalar();
      return other.map(right -> operator.applyAsDouble(left, right));
    }
    if (other.isScalar()) {
      double right = other.asScalar();
      return map(left -> operator.applyAsDouble(left, right));
    }
    if (rowCount() != other.rowCount() || columnCount() != other.columnCount()) {
      throw new IllegalArgumentException(
          "a matrix of %d×%d does not go with one of %d×%d"
              .formatted(rowCount(), columnCount(), other.rowCount(), other.columnCount()));
    }
    double[][] result = new double[rowCount()][columnCount()];
    for (int r = 0; r < result.length; r++) {
      for (int c = 0; c < result[r].length; c++) {
        result[r][c] = operator.applyAsDouble(numbers[r][c], other.numbers[r][c]);
      }
    }
    return of(result);
  }

  /** The part at the given rows and columns; one index runs along a vector. */
  MatlabValue select(List<MatlabValue> indices) {
    int[][] place = places(indices);
    double[][] result = new double[place[0].length][place[1].length];
    for (int r = 0; r < result.length; r++) {
      for (int c = 0; c < result[r].length; c++) {
        result[r][c] = asRows()[place[0][r]][place[1][c]];
      }
    }
    return of(result);
  }

  /** A copy in which the given rows and columns have the given value. */
  MatlabValue assign(List<MatlabValue> indices, MatlabValue value) {
    int[][] place = places(indices);
    double[][] result = map(a -> a).asRows();
    for (int r = 0; r < place[0].length; r++) {
      for (int c = 0; c < place[1].length; c++) {
        result[place[0][r]][place[1][c]] =
            value.isScalar() ? value.asScalar() : value.asRows()[r][c];
      }
    }
    return of(result);
  }

  private int[][] places(List<MatlabValue> indices) {
    if (indices.size() == 1 && rowCount() == 1) {
      return new int[][] {{0}, places(indices.get(0), columnCount())};
    }
    if (indices.size() == 1 && columnCount() == 1) {
      return new int[][] {places(indices.get(0), rowCount()), {0}};
    }
    if (indices.size() != 2) {
      throw new IllegalArgumentException("a matrix is indexed by row and column");
    }
    return new int[][] {places(indices.get(0), rowCount()), places(indices.get(1), columnCount())};
  }

  private static int[] places(MatlabValue index, int size) {
    if (index == null) {
      return java.util.stream.IntStream.range(0, size).toArray();
    }
    int[] places = new int[index.rowCount() * index.columnCount()];
    int k = 0;
    for (double[] row : index.asRows()) {
      for (double value : row) {
        if (value != Math.rint(value) || value < 1 || value > size) {
          throw new IllegalArgumentException(
              "the index %s lies outside 1..%d".formatted(value, size));
        }
        places[k++] = (int) value - 1;
      }
    }
    return places;
  }
}
