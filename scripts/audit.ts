import { askedAdvisories } from './advisories.ts';

/** `npm run audit`: known faults in what ships, by npm's registry; ends with 1 for a high or critical one. */
const { remarks, failed } = await askedAdvisories();
for (const remark of remarks) console.log(remark);
process.exitCode = failed === 0 ? 0 : 1;
