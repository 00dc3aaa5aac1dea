import { Button, CopyButton, Tabs } from '@mantine/core';
import { DownloadIcon } from '../design/icons';
import { Sheet } from '../design/Page';
import type { Card } from '../models/versions';
import classes from './Phrase.module.css';
import { PROGRAMS } from './programs';

type TakeAlongProps = { project: string; version: number; card: Card };

/** The model file, and programs that run it. */
export function TakeAlong({ project, version, card }: TakeAlongProps) {
  const file = `${project}-${version}.onnx`;
  return (
    <Sheet
      title="Take it along"
      aside={
        <Button
          component="a"
          href={`/api/v1/projects/${project}/model`}
          download={file}
          leftSection={<DownloadIcon size={18} />}
        >
          {file}
        </Button>
      }
    >
      <Tabs defaultValue="Python">
        <Tabs.List>
          {PROGRAMS.map(({ language }) => (
            <Tabs.Tab key={language} value={language}>
              {language}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PROGRAMS.map(({ language, needs, text }) => (
          <Tabs.Panel key={language} value={language}>
            <p className={classes['needs']}>{needs}</p>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
            <pre className={classes['program']} tabIndex={0} aria-label={`Program in ${language}`}>
              {text(file, card)}
            </pre>
            <CopyButton value={text(file, card)}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-md" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Sheet>
  );
}
