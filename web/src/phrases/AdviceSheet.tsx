import { Button } from '@mantine/core';
import { Sheet } from '../design/Page';
import classes from './Phrase.module.css';
import type { Advice } from './phrases';
import { SampleVoices } from './SampleVoices';

const OUTLOOK: Record<string, string> = {
  good: 'A good phrase',
  fair: 'A fair phrase',
  poor: 'A difficult phrase',
};

const KINDS: Record<string, string> = {
  swapped: 'one word is another',
  'sound-alike': 'sounds alike',
  inside: 'is part of it',
  contains: 'has it inside',
};

const MOST_CONFUSIONS = 8;

/** What to expect: its outlook, how it is said, what it will be taken for, and better variants. */
export function AdviceSheet({ advice, onVariant }: { advice: Advice; onVariant: (phrase: string) => void }) {
  const { outlook, pronunciations, phones, syllables, remarks, confusions, variants } = advice;
  return (
    <Sheet
      title={OUTLOOK[outlook] ?? outlook}
      aside={
        <span className={classes['outlook']} data-outlook={outlook}>
          {outlook}
        </span>
      }
    >
      <div className={classes['columns']}>
        <div>
          <p>
            {syllables} syllables, {phones} sounds:{' '}
            <span className={classes['sounds']}>{pronunciations.join(' or ')}</span>
          </p>
          {remarks.map((remark) => (
            <p key={remark} className={classes['remark']}>
              {remark}
            </p>
          ))}
          <h3 className={classes['subtitle']}>How it sounds</h3>
          <SampleVoices text={advice.phrase} />
          {variants.length > 0 && (
            <>
              <h3 className={classes['subtitle']}>Better variants</h3>
              <div className={classes['ways']}>
                {variants.map((variant) => (
                  <Button key={variant} variant="light" onClick={() => onVariant(variant)}>
                    {variant}
                  </Button>
                ))}
              </div>
            </>
          )}
        </div>
        <div>
          <h3>What it may be taken for</h3>
          {confusions.length === 0 && <p className={classes['hint']}>Nothing that people say sounds much like it.</p>}
          <table className={classes['confusions']}>
            <thead>
              <tr>
                <th scope="col">said</th>
                <th scope="col">why</th>
                <th scope="col">an hour of talk</th>
              </tr>
            </thead>
            <tbody>
              {confusions.slice(0, MOST_CONFUSIONS).map(({ text, kind, per_hour }) => (
                <tr key={text}>
                  <th scope="row">{text}</th>
                  <td>{KINDS[kind] ?? kind}</td>
                  <td>{per_hour < 0.001 ? 'hardly ever' : `${per_hour.toFixed(3)} times`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Sheet>
  );
}
