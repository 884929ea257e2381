/**
 * What PostgreSQL must promise before anything is acknowledged.
 *
 * | value     | what is refused at the start                                                                          |
 * | --------- | ----------------------------------------------------------------------------------------------------- |
 * | local     | settings with which a power cut takes away what was acknowledged                                        |
 * | standby   | the same, and a server that waits for no standby: its disk alone would have what was acknowledged       |
 * | unchecked | nothing: whoever runs the database keeps it safe by other means                                         |
 */
export const DURABILITIES = ['local', 'standby', 'unchecked'] as const;
export type Durability = (typeof DURABILITIES)[number];
