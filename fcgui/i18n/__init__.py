"""The translations: `.ts` sources, the `.qm` files that Qt loads, and the texts that come from the engine."""
