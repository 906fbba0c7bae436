package org.gridclear.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. The unit of a number is the end of its name ({@link Dimension}).
 *
 * @param name unique within its table
 * @param type what its cells are
 * @param description what they mean, one sentence, with what an empty cell means
 * @param unit what its numbers are measured in; "" for none
 */
public record Column(String name, Type type, String description, String unit) {
  /** What the cells of a column are; any may be empty. */
  public enum Type {
    /** A text: an id, a name, a word. */
    TEXT("string"),
    /** A whole number, such as the number of a period. */
    WHOLE("integer"),
    /** A number. */
    NUMBER("number"),
    /** Yes or no. */
    FLAG("boolean"),
    /** Money in yuan, exact to 0.001. */
    MONEY("number"),
    /** A settled quantity, exact to 0.0001. */
    QUANTITY("number"),
    /** A date, ISO 8601. */
    DATE("date"),
    /** A date and time of day, local, ISO 8601. */
    TIME("datetime");

    private final String frictionless;

    Type(String frictionless) {
      this.frictionless = frictionless;
    }

    /** The name of the type in a Frictionless data package. */
    public String frictionless() {
      return frictionless;
    }
  }

  /** A column whose unit is the one that its name ends with. */
  public Column(String name, Type type, String description) {
    this(name, type, description, unitOf(name, type));
  }

  private static String unitOf(String name, Type type) {
    return switch (type) {
      case NUMBER -> Dimension.of(name).unit();
      case MONEY -> "yuan";
      default -> "";
    };
  }

  /** Decimals of numbers that are exact; 0 for other types. */
  int scale() {
    return type == Type.MONEY ? 3 : type == Type.QUANTITY ? 4 : 0;
  }

  /** The same column with money of another name. */
  Column withMoney(String currency) {
    return new Column(name, type, description, unit.replace("yuan", currency));
  }

  /** A text. */
  public static Column text(String name, String description) {
    return new Column(name, Type.TEXT, description);
  }

  /** A whole number. */
  public static Column whole(String name, String description) {
    return new Column(name, Type.WHOLE, description);
  }

  /** A number. */
  public static Column number(String name, String description) {
    return new Column(name, Type.NUMBER, description);
  }

  /** An exact amount, 0.001 of the currency. */
  public static Column money(String name, String description) {
    return new Column(name, Type.MONEY, description);
  }

  /** An exact quantity, 0.0001 of its unit. */
  public static Column quantity(String name, String description) {
    return new Column(name, Type.QUANTITY, description);
  }

  /** Yes or no. */
  public static Column flag(String name, String description) {
    return new Column(name, Type.FLAG, description);
  }

  /** What its numbers are measured in. */
  public Dimension dimension() {
    return type == Type.NUMBER ? Dimension.of(name) : Dimension.NONE;
  }

  /** A value as it belongs into the column: numbers rounded to its decimals, infinite ones out. */
  @Nullable Object cell(Object value) {
    boolean fits =
        value == null
            || switch (type) {
              case TEXT -> value instanceof String;
              case WHOLE -> value instanceof Integer || value instanceof Long;
              case NUMBER -> value instanceof Double;
              case FLAG -> value instanceof Boolean;
              case MONEY, QUANTITY -> value instanceof BigDecimal exact && exact.scale() == scale();
              case DATE -> value instanceof LocalDate;
              case TIME -> value instanceof LocalDateTime;
            };
    if (!fits) {
      throw new IllegalArgumentException(
          "Column %s (%s) cannot hold '%s'.".formatted(name, type, value));
    }
    if (value instanceof Double number) {
      return Double.isFinite(number)
          ? (Object) NumberText.rounded(number, dimension().decimals())
          : null;
    }
    return value instanceof Integer whole ? (Object) whole.longValue() : value;
  }

  /** A cell as text, "" where it is empty. */
  public String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof Double number
        ? NumberText.of(number, dimension().decimals())
        : cell.toString();
  }
}
