import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useSession, useSpeech } from '../app/context.ts'
import type { Zoom } from '../scan/scanner.ts'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'

/** Torch, zoom and choice of the camera, as far as this camera has them. */
export function CameraTools(): JSX.Element | null {
  const { torch, zoom, cameras } = useSession().services.scanner.camera
  const [canLight, canZoom, canChoose] = [torch.value !== undefined, zoom.value, cameras.value.length > 1]
  if (!canLight && !canZoom && !canChoose) return null
  return (
    <div class="camera-tools">
      {canLight && <Torch />}
      {canZoom && <ZoomSlider zoom={canZoom} />}
      {canChoose && <CameraChoices />}
    </div>
  )
}

function Torch(): JSX.Element {
  const { torch } = useSession().services.scanner.camera
  const { say } = useSpeech()
  const on = useSignal(false)
  const turn = async () => {
    const wanted = !on.value
    if (await torch.value?.(wanted)) on.value = wanted
  }
  return (
    <Button icon="torch" pressed={on.value} onPress={turn}>
      {say('scan.torch')}
    </Button>
  )
}

function ZoomSlider({ zoom: { min, max, step, now, set } }: { readonly zoom: Zoom }): JSX.Element {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{say('scan.zoom')}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        defaultValue={String(now)}
        onInput={(event) => void set(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}

function CameraChoices(): JSX.Element {
  const { state, services, change } = useSession()
  const { say } = useSpeech()
  const { cameras, choose } = services.scanner.camera
  const take = async (id: string) => {
    await choose(id)
    change({ camera: id })
  }
  return (
    <Choice
      label={say('scan.camera')}
      options={cameras.value.map(({ id, label }, index) => [
        id,
        label || say('scan.camera-n', { n: String(index + 1) }),
      ])}
      chosen={state.settings.value.camera ?? ''}
      onChoose={take}
    />
  )
}
