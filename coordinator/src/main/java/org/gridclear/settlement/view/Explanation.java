package org.gridclear.settlement.view;

import java.util.List;
import org.gridclear.settlement.close.EntityInputs;
import org.jspecify.annotations.Nullable;

/**
 * Where an amount of an entity comes from: its items, the days of an item, the lines of a day, or
 * one line with rule and inputs.
 *
 * @param entity id of the entity
 * @param name its name
 * @param close name of the close
 * @param books first digits of the hash of the books
 * @param level what the rows are: item, day or interval
 * @param rows sums or lines
 * @param yuan sum of the rows, exact to 0.001
 * @param rule by which the item is computed or shared on the day; null without item and day
 * @param inputs what the rule read; empty without an interval
 * @param files the delivered files of the day; empty without a day
 * @param readings rows of these files that are of the entity or its meters; empty without a day
 */
public record Explanation(
    String entity,
    String name,
    String close,
    String books,
    String level,
    List<Row> rows,
    String yuan,
    @Nullable Rule rule,
    List<EntityInputs.Input> inputs,
    List<Delivered> files,
    List<Reading> readings) {
  /**
   * A sum or a line.
   *
   * @param key item, date or interval; 0 for a line of the whole day
   * @param quantity exact to 0.0001; empty where items of several units are added
   * @param unit unit of the quantity; empty for none
   * @param price mean price, yuan per unit; empty without a quantity
   * @param yuan what the exchange pays, exact to 0.001
   * @param contract id of the contract; empty for none
   */
  public record Row(
      String key, String quantity, String unit, String price, String yuan, String contract) {}

  /**
   * A rule.
   *
   * @param formula formula of the amount, or the driver of the share
   * @param kind charge or share
   * @param roundedAt where it is rounded, or the period that is shared
   * @param pool pool that the amount goes through
   * @param book name of the book of the day
   */
  public record Rule(String formula, String kind, String roundedAt, String pool, String book) {}

  /**
   * A delivered file.
   *
   * @param path its path in the settlement folder
   * @param sha256 hash of its content, which is its version
   */
  public record Delivered(String path, String sha256) {}

  /**
   * A row of a delivered file.
   *
   * @param path path of the file
   * @param of entity or meter
   * @param series series
   * @param value value of the interval; of all of them where none is asked for
   */
  public record Reading(String path, String of, String series, String value) {}
}
