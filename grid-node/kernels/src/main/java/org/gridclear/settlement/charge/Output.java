package org.gridclear.settlement.charge;

import org.gridclear.settlement.rule.ChargeRule.Grain;

/**
 * Where the result of a formula goes.
 *
 * @param kind what it is
 * @param rule name of the rule, for messages
 * @param item number of the item, −1 for none
 * @param pool pool that takes the other side; of a transfer the pool that gains
 * @param from pool that a transfer takes from
 * @param grain how often there is a line
 * @param driver number of the allocation whose driver it is
 */
record Output(Kind kind, String rule, int item, int pool, int from, Grain grain, int driver) {
  enum Kind {
    CHARGE,
    TRANSFER,
    DRIVER
  }

  static Output charge(String rule, int item, int pool, Grain grain) {
    return new Output(Kind.CHARGE, rule, item, pool, -1, grain, -1);
  }

  static Output transfer(String rule, int from, int to) {
    return new Output(Kind.TRANSFER, rule, -1, to, from, Grain.INTERVAL, -1);
  }

  static Output driver(String rule, int driver) {
    return new Output(Kind.DRIVER, rule, -1, -1, -1, Grain.INTERVAL, driver);
  }
}
