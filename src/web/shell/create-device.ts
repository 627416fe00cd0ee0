/** Of the device only this: a lazy import of its whole door would also bring what it offers to tests. */
export { createDevice } from '#device';
