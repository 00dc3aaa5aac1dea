import { useEffect, useRef, useState } from 'react';
import { joined } from './StreamResampler';
import { Microphone } from './Microphone';
import { wav } from './wav';

/** A recording stops by itself after this long. */
const MOST_SECONDS = 10;

/** Speech is far from full scale. */
const LEVEL_GAIN = 4;

/** Makes a recording with the microphone, at its own rate. */
export function useRecorder(onRecording: (file: File) => void) {
  const [recording, setRecording] = useState(false);
  const [level, setLevel] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const microphone = useRef<Microphone>(undefined);
  const samples = useRef<Float32Array>(new Float32Array(0));

  const stop = () => {
    const opened = microphone.current;
    microphone.current = undefined;
    opened?.close();
    setRecording(false);
    if (opened && samples.current.length > 0) {
      onRecording(new File([wav(samples.current, opened.sampleRateHz)], 'microphone.wav', { type: 'audio/wav' }));
    }
  };

  const start = async () => {
    samples.current = new Float32Array(0);
    setFailure(undefined);
    try {
      microphone.current = await Microphone.open((block) => {
        samples.current = joined(samples.current, block);
        setLevel(Math.min(1, LEVEL_GAIN * Math.sqrt(block.reduce((sum, x) => sum + x * x, 0) / block.length)));
        if (microphone.current && samples.current.length > MOST_SECONDS * microphone.current.sampleRateHz) {
          stop();
        }
      });
      setRecording(true);
    } catch (refused) {
      setFailure(refused);
    }
  };

  useEffect(() => () => microphone.current?.close(), []);
  return { recording, level, failure, toggle: () => (recording ? stop() : void start()) };
}
