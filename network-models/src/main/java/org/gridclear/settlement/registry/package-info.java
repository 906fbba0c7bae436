/** What is settled: members, entities, meters, contracts, tariffs, rights. */
@NullMarked
package org.gridclear.settlement.registry;

import org.jspecify.annotations.NullMarked;
