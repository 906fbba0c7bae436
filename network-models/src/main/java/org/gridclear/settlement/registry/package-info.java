/** What is settled: members, entities, meters, contracts, tariffs, rights. */
package org.gridclear.settlement.registry;
