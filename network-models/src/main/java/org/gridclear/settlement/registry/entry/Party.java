package org.gridclear.settlement.registry.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.registry.Validity;

/** Who takes part. */
public sealed interface Party extends Entry {
  /** What a member is (Q-16, A-30, AMB-46). */
  enum MemberType {
    GENERATOR,
    RETAILER,
    USER,
    GRID_COMPANY,
    DEMAND_RESPONSE,
    ANCILLARY_PROVIDER,
    MARKET_OPERATOR
  }

  /**
   * A legal person that is billed.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name registered name
   * @param type what it is
   * @param person who it is in law
   * @param licence its licence
   * @param registration its registration
   * @param shareholders controlling investors
   * @param rating credit rating
   */
  record Member(
      String id,
      Validity validity,
      String name,
      MemberType type,
      Person person,
      Licence licence,
      Registration registration,
      List<Shareholder> shareholders,
      Optional<String> rating)
      implements Party {
    @Override
    public EntryKind kind() {
      return EntryKind.MEMBER;
    }

    public Member {
      shareholders = List.copyOf(shareholders);
    }
  }

  /**
   * A legal person.
   *
   * @param legalRepresentative who signs for it
   * @param organisationCode its code in the register of organisations
   * @param nature nature of the enterprise
   * @param industry class of its industry
   * @param bank account for payments
   */
  record Person(
      Optional<String> legalRepresentative,
      Optional<String> organisationCode,
      Optional<String> nature,
      Optional<String> industry,
      Optional<String> bank) {}

  /**
   * A licence.
   *
   * @param licenceNumber its number
   * @param licenceIssued day on which it was issued
   * @param licenceEffective day from which it is in force
   */
  record Licence(
      Optional<String> licenceNumber,
      Optional<LocalDate> licenceIssued,
      Optional<LocalDate> licenceEffective) {}

  /**
   * A registration with the market.
   *
   * @param registered day on which it was registered
   * @param expires day on which the registration ends
   */
  record Registration(Optional<LocalDate> registered, Optional<LocalDate> expires) {}

  /**
   * An investor's share in a member.
   *
   * @param investor code of the investor, the same in all members; a member's id where it is one
   * @param percent share, 0.0001 %
   */
  record Shareholder(String investor, @Amount(least = 1, most = 1_000_000) long percent) {}
}
