/**
 * Commands {@code gridclear settle member}: what a member sees of the settlement and does with it.
 */
@NullMarked
package org.gridclear.cli.settlement.member;

import org.jspecify.annotations.NullMarked;
