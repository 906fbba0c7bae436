package org.gridclear.market.publication;

import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.validate.UnknownNameException;

/** Whom a message is for. */
public sealed interface Recipient {
  /** The word before the id of a member. */
  String MEMBER = "member:";

  /** As it is written: {@code member:alder}, {@code regulator}, {@code operator}. */
  String text();

  /** The right without which an account does not read what is for it. */
  Right right();

  /**
   * A member of the market.
   *
   * @param id id in the registry
   */
  record OfMember(String id) implements Recipient {
    @Override
    public String text() {
      return MEMBER + id;
    }

    @Override
    public Right right() {
      return Right.READ_OWN;
    }
  }

  /** The regulator. */
  record Regulator() implements Recipient {
    @Override
    public String text() {
      return "regulator";
    }

    @Override
    public Right right() {
      return Right.SUPERVISE;
    }
  }

  /** Who operates the market. */
  record Operator() implements Recipient {
    @Override
    public String text() {
      return "operator";
    }

    @Override
    public Right right() {
      return Right.OPERATE_MARKET;
    }
  }

  /**
   * Whether an account that has the right reads what is for it.
   *
   * @param scope what the account sees
   */
  default boolean within(Scope scope) {
    return this instanceof OfMember member ? scope.seesMember(member.id()) : scope.isAll();
  }

  /**
   * A recipient as it is written.
   *
   * @throws UnknownNameException if it is none
   */
  static Recipient of(String text) {
    if (text.startsWith(MEMBER) && text.length() > MEMBER.length()) {
      return new OfMember(text.substring(MEMBER.length()));
    }
    return switch (text) {
      case "regulator" -> new Regulator();
      case "operator" -> new Operator();
      default ->
          throw new UnknownNameException(
              "recipient", text, List.of(MEMBER + "ID", "regulator", "operator"));
    };
  }
}
