/** What a later clearing of a like case may start from. */
package org.gridclear.clearing.warmstart;
