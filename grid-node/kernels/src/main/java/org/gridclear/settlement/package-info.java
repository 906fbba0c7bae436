/**
 * Settlement: rules over columns of whole numbers, pools and their allocation, books that balance.
 */
package org.gridclear.settlement;
